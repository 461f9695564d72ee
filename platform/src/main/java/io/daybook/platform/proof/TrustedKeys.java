package io.daybook.platform.proof;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Follows changes of the key: whom a trusted key names in a checkpoint that it signed as the one
 * before or behind it is trusted as well. That a key merely signed beside it says nothing: anybody
 * can add a signature to a note.
 */
final class TrustedKeys {

    private TrustedKeys() {}

    /** The keys, and those that they vouch for in checkpoints. */
    static List<NoteKey> following(Collection<NoteKey> trusted, List<Checkpoint> checkpoints) {
        Set<NoteKey> keys = new LinkedHashSet<>(trusted);
        boolean more = true;
        while (more) {
            more = false;
            for (Checkpoint checkpoint : checkpoints) {
                if (!checkpoint.rotation().isEmpty() && checkpoint.isSignedBy(keys)) {
                    more |= keys.addAll(checkpoint.rotation());
                }
            }
        }
        return List.copyOf(keys);
    }
}
