package io.daybook.platform.offline;

import io.daybook.platform.proof.ArchiveVerdict;
import io.daybook.platform.proof.ArchivedEvents;
import io.daybook.platform.proof.Checkpoint;
import io.daybook.platform.proof.LogFinding;
import io.daybook.platform.proof.LogProof;
import io.daybook.platform.proof.LogVerdict;
import io.daybook.platform.proof.NoteKey;
import io.daybook.platform.proof.RetiredHashes;

import org.springframework.jdbc.core.JdbcTemplate;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.LongConsumer;

/**
 * {@code verify}: whether a log is what it was, from an export or a database, without Daybook and
 * without its keys.
 */
final class VerifyLog implements OfflineCommand {

    private static final int THREADS = Math.max(2, Runtime.getRuntime().availableProcessors());
    private static final long TOLD_EACH = 1_000_000;

    @Override
    public String usage() {
        return """
        verify [--checkpoint <file>]... [--key <key or file>]... [--archive <folder>]...
               [<export file> | postgresql://user:password@host/name]

        Walks the log along its hash chain and names the first event that was altered, removed, inserted or moved.
        Without a file or an address it takes the database of the environment.

          --checkpoint <file>   a checkpoint that was kept elsewhere: shows a log that was rewritten as a whole
          --key <key or file>   the public key that was kept with it (/.well-known/daybook-checkpoint-keys);
                                without one the keys that lie with the log are believed, and nobody
                                vouches for what was retired
          --archive <folder>    what was archived when it was retired: each line is compared with the hash that
                                stayed in the chain

        Ends with 0 when the log is what it was, 1 when it is not, 2 when that could not be found out.
        """;
    }

    @Override
    public int run(List<String> words, Terminal terminal) throws IOException, InterruptedException {
        CommandLine line =
                CommandLine.of(words, Set.of("--checkpoint", "--key", "--archive"), Set.of());
        List<Checkpoint> kept = new ArrayList<>();
        for (String file : line.values("--checkpoint")) {
            kept.add(Checkpoint.parse(Files.readString(Path.of(file))));
        }
        List<NoteKey> keys = new ArrayList<>();
        for (String key : line.values("--key")) {
            keys.addAll(keys(key));
        }
        List<String> archives = line.values("--archive");
        RetiredHashes hashes = archives.isEmpty() ? RetiredHashes.UNWANTED : new RetiredHashes();
        LogVerdict verdict = verdict(line, kept, keys, hashes, terminal);
        int told = tell(verdict, terminal.out());
        for (String archive : archives) {
            ArchiveVerdict compared = ArchivedEvents.compare(Path.of(archive), hashes);
            told = Math.max(told, tell(compared, terminal.out()));
        }
        return told;
    }

    private static LogVerdict verdict(
            CommandLine line,
            List<Checkpoint> kept,
            List<NoteKey> keys,
            RetiredHashes hashes,
            Terminal terminal)
            throws IOException, InterruptedException {
        LongConsumer progress = progress(terminal.err());
        String subject = line.operands().isEmpty() ? "" : line.only("file or address");
        if (!subject.isEmpty() && !subject.contains("://")) {
            try (InputStream export = Files.newInputStream(Path.of(subject))) {
                return LogProof.verifyExport(export, kept, keys, hashes, THREADS, progress);
            }
        }
        try (Surroundings surroundings =
                subject.isEmpty()
                        ? Surroundings.of(terminal.environment())
                        : Surroundings.at(subject)) {
            return new LogProof(new JdbcTemplate(surroundings.database()))
                    .verify(kept, keys, hashes, THREADS, progress);
        }
    }

    private static List<NoteKey> keys(String given) throws IOException {
        return given.contains("+") && !Files.exists(Path.of(given))
                ? List.of(NoteKey.parse(given))
                : Files.readString(Path.of(given))
                        .lines()
                        .filter(key -> !key.isBlank())
                        .map(NoteKey::parse)
                        .toList();
    }

    private static LongConsumer progress(PrintStream out) {
        long[] told = {0};
        return events -> {
            if (events - told[0] >= TOLD_EACH) {
                told[0] = events;
                out.printf(Locale.ROOT, "%,d events so far%n", events);
            }
        };
    }

    private static int tell(LogVerdict verdict, PrintStream out) {
        out.printf(
                Locale.ROOT,
                "%,d events up to position %d, %,d of them retired as the log says, in %.1f s (%,d"
                        + " a second); %d checkpoints agree.%n",
                verdict.events(),
                verdict.position(),
                verdict.retired(),
                verdict.millis() / 1e3,
                verdict.events() * 1000 / Math.max(1, verdict.millis()),
                verdict.checkpoints());
        out.println("Root: " + verdict.root());
        tellOfRetired(verdict, out);
        LogFinding finding = verdict.finding();
        if (finding == null) {
            out.println("The log is what it was.");
            return 0;
        }
        out.printf(
                "NOT WHAT IT WAS: %s at position %d. %s%n",
                finding.kind(), finding.position(), finding.detail());
        return 1;
    }

    private static int tell(ArchiveVerdict verdict, PrintStream out) {
        out.printf(
                Locale.ROOT,
                "The archive (files: %,d) has %,d of the %,d events that were retired, as they were"
                        + " chained; %,d lines are of events that this log did not retire.%n",
                verdict.files(),
                verdict.archived(),
                verdict.retired(),
                verdict.others());
        verdict.faults().forEach(fault -> out.println("NOT WHAT IT WAS: " + fault + "."));
        return verdict.faults().isEmpty() ? 0 : 1;
    }

    private static void tellOfRetired(LogVerdict verdict, PrintStream out) {
        if (verdict.vouching() == LogVerdict.Vouching.KEYS_OF_THE_LOG) {
            out.println(
                    "Nobody vouches for what was retired, because no key was given: its signatures"
                            + " were checked with the keys that lie with the log, where whoever can"
                            + " write the log can put their own. See --key.");
        } else if (verdict.vouching() != null) {
            out.println("Daybook signed for what was retired, with a key that was given.");
        }
        if (verdict.unsigned() > 0) {
            out.printf(
                    Locale.ROOT,
                    "Nobody vouches for %,d events that were retired before Daybook signed for"
                            + " that.%n",
                    verdict.unsigned());
        }
    }
}
