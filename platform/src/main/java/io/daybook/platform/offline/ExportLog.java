package io.daybook.platform.offline;

import io.daybook.platform.proof.LogExport;

import org.springframework.jdbc.core.JdbcTemplate;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.GZIPOutputStream;

/** {@code export-log}: the stored bytes of log, chain and checkpoints as lines of JSON. */
final class ExportLog implements OfflineCommand {

    private static final int BUFFER = 1 << 20;

    @Override
    public String usage() {
        return """
        export-log <file>

        Writes the log as it is stored (personal data encrypted), its hash chain and its checkpoints as lines of JSON,
        packed when the name ends in .gz, to standard output when it is "-". Works while Daybook runs, and needs no keys.
        The file is all that verify needs.
        """;
    }

    @Override
    public int run(List<String> words, Terminal terminal) throws IOException {
        String file = CommandLine.of(words, Set.of(), Set.of()).only("file");
        try (Surroundings surroundings = Surroundings.of(terminal.environment());
                OutputStream out = open(file, terminal)) {
            long events =
                    LogExport.write(new JdbcTemplate(surroundings.database()), out, Instant.now());
            terminal.err().printf(Locale.ROOT, "%,d events were exported.%n", events);
            return 0;
        }
    }

    private static OutputStream open(String file, Terminal terminal) throws IOException {
        if (file.equals("-")) {
            return new BufferedOutputStream(terminal.out(), BUFFER);
        }
        OutputStream out =
                new BufferedOutputStream(
                        Files.newOutputStream(Path.of(file), StandardOpenOption.CREATE_NEW),
                        BUFFER);
        return file.endsWith(".gz") ? new GZIPOutputStream(out, BUFFER) : out;
    }
}
