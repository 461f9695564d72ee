package io.daybook.platform.proof;

import io.daybook.platform.proof.LogFinding.Kind;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The checkpoints that a log is compared with while its tree grows: those that lie with it, and
 * those that were kept elsewhere.
 */
final class KnownCheckpoints {

    private final List<Checkpoint> ascending;
    private final boolean allReadable;
    private int next;

    private KnownCheckpoints(List<Checkpoint> checkpoints, boolean allReadable) {
        this.ascending =
                checkpoints.stream().sorted(Comparator.comparingLong(Checkpoint::size)).toList();
        this.allReadable = allReadable;
    }

    /** Those of the log itself and those that were given. */
    static KnownCheckpoints of(LogSource log, List<Checkpoint> given) {
        List<Checkpoint> all = new ArrayList<>(given);
        List<Checkpoint> own = readable(log);
        all.addAll(own);
        return new KnownCheckpoints(all, own.size() == log.checkpoints().size());
    }

    /** Those that lie with a log, without what somebody made illegible. */
    static List<Checkpoint> readable(LogSource log) {
        return log.checkpoints().stream().flatMap(note -> read(note).stream()).toList();
    }

    private static Optional<Checkpoint> read(String note) {
        try {
            return Optional.of(Checkpoint.parse(note));
        } catch (IllegalArgumentException illegible) {
            return Optional.empty();
        }
    }

    /** The first that cannot be believed at all. */
    Optional<LogFinding> untrusted(String origin, List<NoteKey> keys) {
        if (!allReadable) {
            return Optional.of(
                    new LogFinding(
                            0,
                            Kind.CHECKPOINT_NOT_SIGNED,
                            "A checkpoint that lies with the log was made illegible."));
        }
        return ascending.stream()
                .flatMap(checkpoint -> distrust(checkpoint, origin, keys).stream())
                .findFirst();
    }

    /** The lowest position behind which, as they say, every retirement of details is signed. */
    long unsignedUpTo() {
        return ascending.stream().mapToLong(Checkpoint::unsignedUpTo).min().orElse(Long.MAX_VALUE);
    }

    int agreed() {
        return next;
    }

    /** The size of the tree at which the next one has to be compared. */
    long nextSize() {
        return next < ascending.size() ? ascending.get(next).size() : Long.MAX_VALUE;
    }

    /** Compares the tree with those of its size. */
    Optional<LogFinding> compare(MerkleTree tree) {
        while (nextSize() == tree.size()) {
            Checkpoint checkpoint = ascending.get(next);
            if (!Arrays.equals(checkpoint.root(), tree.root())) {
                long agreed = next == 0 ? 0 : ascending.get(next - 1).position();
                return Optional.of(
                        new LogFinding(
                                agreed + 1,
                                Kind.REWRITTEN,
                                "The events from position %d up to %d are not those that were signed on %s."
                                        .formatted(
                                                agreed + 1,
                                                checkpoint.position(),
                                                checkpoint.time())));
            }
            next++;
        }
        return Optional.empty();
    }

    /** What a log that ends here lacks of what was signed. */
    Optional<LogFinding> unreached(long size, long position) {
        if (next == ascending.size()) {
            return Optional.empty();
        }
        Checkpoint checkpoint = ascending.getLast();
        return Optional.of(
                new LogFinding(
                        position + 1,
                        Kind.CUT_OFF,
                        "The log had %d events up to position %d when the checkpoint of %s was signed; it has %d now."
                                .formatted(
                                        checkpoint.size(),
                                        checkpoint.position(),
                                        checkpoint.time(),
                                        size)));
    }

    private static Optional<LogFinding> distrust(
            Checkpoint checkpoint, String origin, List<NoteKey> keys) {
        if (!checkpoint.origin().equals(origin)) {
            return Optional.of(
                    new LogFinding(
                            0,
                            Kind.OTHER_LOG,
                            "The checkpoint of %s was signed for the log %s; this is the log %s."
                                    .formatted(checkpoint.time(), checkpoint.origin(), origin)));
        }
        return checkpoint.isSignedBy(keys)
                ? Optional.empty()
                : Optional.of(
                        new LogFinding(
                                checkpoint.position(),
                                Kind.CHECKPOINT_NOT_SIGNED,
                                "The checkpoint of %s is not signed by a known key of this log."
                                        .formatted(checkpoint.time())));
    }
}
