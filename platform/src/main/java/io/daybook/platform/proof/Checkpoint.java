package io.daybook.platform.proof;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What the log was at a moment, signed: the size and root of its tree (c2sp.org/tlog-checkpoint),
 * with the position of the last event and the time as extension lines, then from where on
 * retirements of details are signed, and a change of the key where there is one.
 */
public final class Checkpoint {

    private static final int TIME_LINE = 4;
    private static final String POSITION = "position ";
    private static final String TIME = "time ";
    private static final String SIGNING = "retirements signed behind ";
    private static final String ROTATION = "rotated ";

    private final SignedNote note;
    private final String origin;
    private final long size;
    private final byte[] root;
    private final long position;
    private final Instant time;
    private final long unsignedUpTo;
    private final List<NoteKey> rotation;

    private Checkpoint(SignedNote note) {
        List<String> lines = note.text().lines().toList();
        if (lines.size() <= TIME_LINE
                || !lines.get(3).startsWith(POSITION)
                || !lines.get(TIME_LINE).startsWith(TIME)) {
            throw new IllegalArgumentException("This is not a checkpoint of Daybook");
        }
        this.note = note;
        this.origin = lines.get(0);
        this.size = Long.parseLong(lines.get(1));
        this.root = Base64.getDecoder().decode(lines.get(2));
        this.position = Long.parseLong(lines.get(3).substring(POSITION.length()));
        this.time = Instant.parse(lines.get(4).substring(TIME.length()));
        this.unsignedUpTo = line(lines, SIGNING).map(Long::parseLong).orElse(Long.MAX_VALUE);
        this.rotation =
                line(lines, ROTATION).stream()
                        .flatMap(keys -> Arrays.stream(keys.split(" ", -1)))
                        .map(NoteKey::parse)
                        .toList();
    }

    private static Optional<String> line(List<String> lines, String beginning) {
        return lines.stream()
                .skip(TIME_LINE + 1)
                .filter(line -> line.startsWith(beginning))
                .map(line -> line.substring(beginning.length()))
                .findFirst();
    }

    /**
     * The text to be signed.
     *
     * @param unsignedUpTo the position behind which every retirement of details is signed
     * @param rotation the key that is retired with it and the one that signs from now on, or none
     */
    static SignedNote unsigned(
            String origin,
            MerkleTree tree,
            long position,
            Instant time,
            long unsignedUpTo,
            List<NoteKey> rotation) {
        List<String> lines =
                new ArrayList<>(
                        List.of(
                                origin,
                                Long.toString(tree.size()),
                                Base64.getEncoder().encodeToString(tree.root()),
                                POSITION + position,
                                TIME + time,
                                SIGNING + unsignedUpTo));
        if (!rotation.isEmpty()) {
            lines.add(
                    ROTATION
                            + rotation.stream()
                                    .map(NoteKey::toString)
                                    .collect(Collectors.joining(" ")));
        }
        return new SignedNote(String.join("\n", lines) + "\n", List.of());
    }

    static Checkpoint of(SignedNote note) {
        return new Checkpoint(note);
    }

    /**
     * Reads a checkpoint as it was kept.
     *
     * @throws IllegalArgumentException when it is not one
     */
    public static Checkpoint parse(String note) {
        String kept = note.replace("\r\n", "\n").strip() + "\n";
        try {
            return new Checkpoint(SignedNote.parse(kept));
        } catch (RuntimeException malformed) {
            throw new IllegalArgumentException("This is not a checkpoint of Daybook", malformed);
        }
    }

    /** The name of the log that it speaks of. */
    public String origin() {
        return origin;
    }

    /** How many events the log had. */
    public long size() {
        return size;
    }

    byte[] root() {
        return root.clone();
    }

    /** The position of the last of them. */
    public long position() {
        return position;
    }

    public Instant time() {
        return time;
    }

    /** Up to where Daybook did not sign for what it retires; no limit where it does not say. */
    long unsignedUpTo() {
        return unsignedUpTo;
    }

    /** The key that was retired with it, and the one that took over; none where none did. */
    List<NoteKey> rotation() {
        return rotation;
    }

    boolean isSignedBy(Collection<NoteKey> keys) {
        return note.isSignedBy(keys);
    }

    /** As it is kept and sent. */
    @Override
    public String toString() {
        return note.toString();
    }
}
