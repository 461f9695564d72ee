package io.daybook.platform.proof;

import io.daybook.platform.keys.InstallationKeys;

import org.springframework.jdbc.core.JdbcOperations;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;

/**
 * Signs what the log is, so that it can be kept elsewhere. Works in the transaction of its caller.
 */
public final class Checkpoints {

    private final JdbcOperations jdbc;
    private final LogChain chain;
    private final CheckpointKeys keys;
    private final Clock clock;

    public Checkpoints(
            JdbcOperations jdbc, LogChain chain, InstallationKeys installation, Clock clock) {
        this.jdbc = jdbc;
        this.chain = chain;
        this.keys = new CheckpointKeys(jdbc, installation, clock);
        this.clock = clock;
    }

    /** A checkpoint that was signed now, and the keys that signed it, the one in use first. */
    public record Signed(Checkpoint checkpoint, List<NoteKey> keys) {}

    /** Chains what is not chained yet and signs the result. */
    public Signed take() {
        return sign(List.of(keys.current()));
    }

    /**
     * Changes the key: the old and the new one both sign the checkpoint, so that whoever trusts the
     * old one can trust the new one.
     */
    public Signed rotate() {
        return sign(keys.rotate());
    }

    /** How many events came since the last checkpoint. */
    public long unsigned() {
        return Objects.requireNonNull(
                jdbc.queryForObject(
                        """
                        select size - coalesce((select max(size) from log_checkpoint), 0) from log_frontier
                        """,
                        Long.class));
    }

    /** Where two sign, the second is being retired. */
    private Signed sign(List<CheckpointKeys.Signer> signers) {
        int chained = chain.extend();
        while (chained > 0) {
            chained = chain.extend();
        }
        Frontier frontier = Frontier.read(jdbc);
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        SignedNote note =
                Checkpoint.unsigned(
                        CheckpointKeys.origin(jdbc),
                        frontier.tree(),
                        frontier.position(),
                        now,
                        DatabaseLog.unsignedUpTo(jdbc),
                        signers.size() == 1
                                ? List.of()
                                : List.of(signers.getLast().key(), signers.getFirst().key()));
        for (CheckpointKeys.Signer signer : signers) {
            note = signer.sign(note);
        }
        Checkpoint checkpoint = Checkpoint.of(note);
        boolean kept =
                jdbc.update(
                                """
                                insert into log_checkpoint (size, position, taken_at, note) values (?, ?, ?, ?)
                                on conflict (size) do update
                                  set taken_at = excluded.taken_at, note = excluded.note
                                  where strpos(log_checkpoint.note, e'\\nrotated ') = 0
                                """,
                                checkpoint.size(),
                                checkpoint.position(),
                                now.atOffset(ZoneOffset.UTC),
                                checkpoint.toString())
                        > 0;
        if (!kept && signers.size() > 1) {
            // the first of two changes must stay to be followed; its own event makes the log longer
            throw new IllegalStateException("The key was changed just now");
        }
        return new Signed(checkpoint, signers.stream().map(CheckpointKeys.Signer::key).toList());
    }
}
