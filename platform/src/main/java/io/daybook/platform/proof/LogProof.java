package io.daybook.platform.proof;

import io.daybook.platform.keys.InstallationKeys;
import io.daybook.platform.proof.LogVerdict.Vouching;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongConsumer;

/** Proves the log of the database, and shows what is needed to prove it elsewhere. */
public final class LogProof {

    private final JdbcOperations jdbc;
    private final @Nullable CheckpointKeys installation;

    /** Of a log of which nothing else is known. */
    public LogProof(JdbcOperations jdbc) {
        this.jdbc = jdbc;
        this.installation = null;
    }

    /** Of this installation, whose master key tells which keys are its own. */
    public LogProof(JdbcOperations jdbc, InstallationKeys installation, Clock clock) {
        this.jdbc = jdbc;
        this.installation = new CheckpointKeys(jdbc, installation, clock);
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
     * @param trusted keys that were kept elsewhere; without any, those that lie with the log, and
     *     for what was retired those of the installation where it is known
     * @param threads how many work beside the caller
     */
    public LogVerdict verify(
            List<Checkpoint> kept, List<NoteKey> trusted, int threads, LongConsumer progress)
            throws InterruptedException {
        return verify(kept, trusted, RetiredHashes.UNWANTED, threads, progress);
    }

    /** The same, which gathers the hashes of what was retired. */
    public LogVerdict verify(
            List<Checkpoint> kept,
            List<NoteKey> trusted,
            RetiredHashes hashes,
            int threads,
            LongConsumer progress)
            throws InterruptedException {
        return LogHold.during(
                jdbc,
                () ->
                        verify(
                                new DatabaseLog(jdbc),
                                kept,
                                trusted,
                                own(),
                                hashes,
                                threads,
                                progress));
    }

    private Optional<List<NoteKey>> own() {
        return Optional.ofNullable(installation).map(keys -> keys.own().stream().toList());
    }

    /** The same for an export, which is read once and closed. */
    public static LogVerdict verifyExport(
            InputStream export,
            List<Checkpoint> kept,
            List<NoteKey> trusted,
            int threads,
            LongConsumer progress)
            throws IOException, InterruptedException {
        return verifyExport(export, kept, trusted, RetiredHashes.UNWANTED, threads, progress);
    }

    /** The same, which gathers the hashes of what was retired. */
    public static LogVerdict verifyExport(
            InputStream export,
            List<Checkpoint> kept,
            List<NoteKey> trusted,
            RetiredHashes hashes,
            int threads,
            LongConsumer progress)
            throws IOException, InterruptedException {
        try (ExportedLog log = new ExportedLog(export)) {
            return verify(log, kept, trusted, Optional.empty(), hashes, threads, progress);
        }
    }

    private static LogVerdict verify(
            LogSource log,
            List<Checkpoint> kept,
            List<NoteKey> trusted,
            Optional<List<NoteKey>> own,
            RetiredHashes hashes,
            int threads,
            LongConsumer progress)
            throws InterruptedException {
        List<Checkpoint> checkpoints = new ArrayList<>(kept);
        checkpoints.addAll(KnownCheckpoints.readable(log));
        return new LogVerifier(log, kept, keys(log, trusted, own, checkpoints), hashes, progress)
                .verify(threads);
    }

    private static VerifyingKeys keys(
            LogSource log,
            List<NoteKey> trusted,
            Optional<List<NoteKey>> own,
            List<Checkpoint> checkpoints) {
        if (!trusted.isEmpty()) {
            List<NoteKey> keys = TrustedKeys.following(trusted, checkpoints);
            return new VerifyingKeys(keys, keys, Vouching.GIVEN_KEYS);
        }
        return own.map(
                        mine ->
                                new VerifyingKeys(
                                        log.keys(),
                                        TrustedKeys.following(mine, checkpoints),
                                        Vouching.OWN_KEYS))
                .orElseGet(
                        () -> new VerifyingKeys(log.keys(), log.keys(), Vouching.KEYS_OF_THE_LOG));
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
