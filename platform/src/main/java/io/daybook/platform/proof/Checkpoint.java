package io.daybook.platform.proof;

import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.List;

/**
 * What the log was at a moment, signed: the size and root of its tree (c2sp.org/tlog-checkpoint),
 * with the position of the last event and the time as extension lines.
 */
public final class Checkpoint {

    private static final String POSITION = "position ";
    private static final String TIME = "time ";

    private final SignedNote note;
    private final String origin;
    private final long size;
    private final byte[] root;
    private final long position;
    private final Instant time;

    private Checkpoint(SignedNote note) {
        List<String> lines = note.text().lines().toList();
        if (lines.size() < 5
                || !lines.get(3).startsWith(POSITION)
                || !lines.get(4).startsWith(TIME)) {
            throw new IllegalArgumentException("This is not a checkpoint of Daybook");
        }
        this.note = note;
        this.origin = lines.get(0);
        this.size = Long.parseLong(lines.get(1));
        this.root = Base64.getDecoder().decode(lines.get(2));
        this.position = Long.parseLong(lines.get(3).substring(POSITION.length()));
        this.time = Instant.parse(lines.get(4).substring(TIME.length()));
    }

    static SignedNote unsigned(String origin, long size, byte[] root, long position, Instant time) {
        return new SignedNote(
                String.join(
                        "\n",
                        origin,
                        Long.toString(size),
                        Base64.getEncoder().encodeToString(root),
                        POSITION + position,
                        TIME + time,
                        ""),
                List.of());
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

    boolean isSignedBy(Collection<NoteKey> keys) {
        return note.isSignedBy(keys);
    }

    /** As it is kept and sent. */
    @Override
    public String toString() {
        return note.toString();
    }
}
