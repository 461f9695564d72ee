package io.daybook.platform.offline;

import io.daybook.platform.backup.Backup;
import io.daybook.platform.backup.KeyChoice;
import io.daybook.platform.keys.MasterKey;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** {@code backup}: everything that an installation must not lose, in one file. */
final class BackUp implements OfflineCommand {

    private static final String INCLUDE_KEY = "--include-key";

    @Override
    public String usage() {
        return """
        backup [--include-key] <file>

        Writes the log, its chain and checkpoints, keys, vault, outbox and positions of automations of one moment into
        a zip, while Daybook runs or not. Read models are not in it: they are made anew from the log.

        The master key is NOT in it: without that key (DAYBOOK_MASTERKEY, or keys/master.key in the data folder) nobody
        reads personal data, stored connections and secrets out of the backup, and you do not either. Keep it elsewhere.

          --include-key   put the master key into the file: then the file alone is everything
        """;
    }

    @Override
    public int run(List<String> words, Terminal terminal) throws IOException, SQLException {
        CommandLine line = CommandLine.of(words, Set.of(), Set.of(INCLUDE_KEY));
        Path target = Path.of(line.only("file")).toAbsolutePath();
        if (Files.exists(target)) {
            throw new FileAlreadyExistsException(target.toString());
        }
        KeyChoice choice =
                line.switches().contains(INCLUDE_KEY) ? KeyChoice.INCLUDED : KeyChoice.LEFT_OUT;
        Optional<byte[]> key =
                MasterKey.find(
                        terminal.environment().get("DAYBOOK_MASTERKEY"),
                        Surroundings.data(terminal.environment()));
        if (choice == KeyChoice.INCLUDED && key.isEmpty()) {
            throw new Misuse("the master key is not here: it cannot be included");
        }
        Path draft =
                Files.createTempFile(
                        target.getParent(),
                        ".daybook",
                        ".unfinished",
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")));
        try (Surroundings surroundings = Surroundings.of(terminal.environment())) {
            Backup.Written written;
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(draft))) {
                written =
                        new Backup(surroundings.database())
                                .write(out, key.orElse(null), choice, Instant.now());
            }
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
            terminal.out()
                    .printf(
                            Locale.ROOT,
                            "%,d rows of %d tables are in %s.%n",
                            written.rows(),
                            written.tables(),
                            target);
            warn(choice, terminal.out());
            return 0;
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static void warn(KeyChoice choice, PrintStream out) {
        if (choice == KeyChoice.INCLUDED) {
            out.println("THE MASTER KEY IS IN THIS FILE: whoever has it can read everything.");
        } else {
            out.println(
                    "THE MASTER KEY IS NOT IN THIS FILE. Without it personal data, connections and"
                            + " secrets in it are lost: keep it elsewhere (DAYBOOK_MASTERKEY, or"
                            + " keys/master.key in the data folder).");
        }
    }
}
