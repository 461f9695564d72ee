package io.daybook.platform.offline;

import io.daybook.platform.backup.Restore;
import io.daybook.platform.keys.MasterKey;
import io.daybook.platform.proof.LogProof;
import io.daybook.platform.proof.LogVerdict;

import org.springframework.jdbc.core.JdbcTemplate;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** {@code restore}: a backup into an empty folder or database. */
final class RestoreBackup implements OfflineCommand {

    private static final String WITHOUT_KEY = "--without-key";
    private static final int THREADS = Math.max(2, Runtime.getRuntime().availableProcessors());

    @Override
    public String usage() {
        return """
        restore [--without-key] <file>

        Puts a backup into the data folder or the database of the environment, in which there must be no log yet, and
        verifies the log. Start Daybook afterwards: it makes the read models anew.

        The master key of the backup must be at hand: in DAYBOOK_MASTERKEY, as keys/master.key in the data folder, or in
        the backup itself.

          --without-key   restore all the same: personal data, connections and secrets are lost for good
        """;
    }

    @Override
    public int run(List<String> words, Terminal terminal)
            throws IOException, SQLException, InterruptedException {
        CommandLine line = CommandLine.of(words, Set.of(), Set.of(WITHOUT_KEY));
        Path data = Surroundings.data(terminal.environment());
        try (Restore backup = new Restore(Path.of(line.only("file")))) {
            Optional<byte[]> kept =
                    MasterKey.find(terminal.environment().get("DAYBOOK_MASTERKEY"), data);
            Optional<byte[]> key = kept.isPresent() ? kept : backup.masterKey();
            if (!line.switches().contains(WITHOUT_KEY) && key.filter(backup::fits).isEmpty()) {
                throw new IllegalArgumentException(
                        key.isEmpty()
                                ? "The master key is neither here nor in the backup; see --help."
                                : "The master key here is not the one of the backup; see --help.");
            }
            try (Surroundings surroundings = Surroundings.of(terminal.environment())) {
                long rows = backup.into(surroundings.database());
                terminal.out()
                        .printf(Locale.ROOT, "%,d rows of %s are back.%n", rows, backup.takenAt());
                if (kept.isEmpty() && key.isPresent()) {
                    MasterKey.keep(key.get(), data);
                }
                return verified(surroundings, terminal.out());
            }
        }
    }

    private static int verified(Surroundings surroundings, PrintStream out)
            throws InterruptedException {
        LogVerdict verdict =
                new LogProof(new JdbcTemplate(surroundings.database()))
                        .verify(List.of(), List.of(), THREADS, events -> {});
        if (verdict.finding() != null) {
            out.println("THE LOG IN THE BACKUP IS NOT WHAT IT WAS: " + verdict.finding());
            return 1;
        }
        out.printf(
                Locale.ROOT,
                "The log of %,d events is what it was. Start Daybook: it makes the read models"
                        + " anew.%n",
                verdict.events());
        return 0;
    }
}
