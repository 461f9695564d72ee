package io.daybook.platform.proof;

import org.springframework.jdbc.core.JdbcOperations;

import java.io.IOException;
import java.io.InputStream;
import java.time.OffsetDateTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.LongConsumer;

/** Proves the log of the database, and shows what is needed to prove it elsewhere. */
public final class LogProof {

    private final JdbcOperations jdbc;

    public LogProof(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** A checkpoint that was signed, as it lies with the log. */
    public record Kept(long size, long position, OffsetDateTime takenAt, String note) {}

    /** How many events a walk will check. */
    public long length() {
        return new DatabaseLog(jdbc).end().size();
    }

    /**
     * Walks the whole log; hands the number of events behind it to the listener now and then.
     *
     * @param kept checkpoints that were kept elsewhere
     * @param trusted keys that were kept elsewhere; without any, those that lie with the log
     * @param threads how many work beside the caller
     */
    public LogVerdict verify(
            List<Checkpoint> kept, List<NoteKey> trusted, int threads, LongConsumer progress)
            throws InterruptedException {
        return LogHold.during(
                jdbc, () -> verify(new DatabaseLog(jdbc), kept, trusted, threads, progress));
    }

    /** The same for an export, which is read once and closed. */
    public static LogVerdict verifyExport(
            InputStream export,
            List<Checkpoint> kept,
            List<NoteKey> trusted,
            int threads,
            LongConsumer progress)
            throws IOException, InterruptedException {
        try (ExportedLog log = new ExportedLog(export)) {
            return verify(log, kept, trusted, threads, progress);
        }
    }

    private static LogVerdict verify(
            LogSource log,
            List<Checkpoint> kept,
            List<NoteKey> trusted,
            int threads,
            LongConsumer progress)
            throws InterruptedException {
        return new LogVerifier(log, kept, keys(log, trusted), progress).verify(threads);
    }

    /** Those that are trusted, and those that took over from them: a rotation is signed by both. */
    private static List<NoteKey> keys(LogSource log, List<NoteKey> trusted) {
        if (trusted.isEmpty()) {
            return log.keys();
        }
        List<Checkpoint> checkpoints = KnownCheckpoints.readable(log);
        Set<NoteKey> keys = new LinkedHashSet<>(trusted);
        boolean more = true;
        while (more) {
            more = false;
            for (Checkpoint checkpoint : checkpoints) {
                if (checkpoint.isSignedBy(keys)) {
                    more |=
                            keys.addAll(
                                    log.keys().stream()
                                            .filter(key -> checkpoint.isSignedBy(Set.of(key)))
                                            .toList());
                }
            }
        }
        return List.copyOf(keys);
    }

    /** The name of the log. */
    public String origin() {
        return CheckpointKeys.origin(jdbc);
    }

    /** All keys that ever signed, the one in use first. */
    public List<NoteKey> keys() {
        return CheckpointKeys.published(jdbc);
    }

    /** The newest checkpoints with fewer events than so many. */
    public List<Kept> checkpoints(long below, int limit) {
        return jdbc.query(
                """
                select size, position, taken_at, note from log_checkpoint where size < ?
                order by size desc limit ?
                """,
                (row, number) ->
                        new Kept(
                                row.getLong(1),
                                row.getLong(2),
                                Objects.requireNonNull(row.getObject(3, OffsetDateTime.class)),
                                row.getString(4)),
                below,
                limit);
    }
}
