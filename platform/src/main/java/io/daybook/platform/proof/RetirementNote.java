package io.daybook.platform.proof;

import io.daybook.messages.audit.DetailsRetired;

import java.util.Collection;
import java.util.List;

/**
 * The text that is signed when details are retired: all that the event says, under the name of the
 * log, so that a signature holds for one retirement of one log. Its second line is not the size of
 * a tree, so it never passes for a checkpoint.
 */
final class RetirementNote {

    private RetirementNote() {}

    /** What Daybook says of a retirement, signed. */
    static DetailsRetired signed(DetailsRetired said, String origin, CheckpointKeys.Signer signer) {
        SignedNote note = signer.sign(new SignedNote(text(said, origin), List.of()));
        return new DetailsRetired(
                said.retirementId(),
                said.olderThan(),
                said.events(),
                said.bytes(),
                said.upToPosition(),
                said.positions(),
                note.signatures().getFirst().value());
    }

    /** Whether one of the keys signed for it. */
    static boolean isSignedBy(DetailsRetired said, String origin, Collection<NoteKey> keys) {
        return !said.signature().isEmpty()
                && new SignedNote(
                                text(said, origin),
                                List.of(new SignedNote.Line(origin, said.signature())))
                        .isSignedBy(keys);
    }

    private static String text(DetailsRetired said, String origin) {
        return String.join(
                "\n",
                origin,
                "retirement " + said.retirementId(),
                "before " + said.olderThan(),
                "events " + said.events(),
                "bytes " + said.bytes(),
                "up to " + said.upToPosition(),
                "positions " + said.positions(),
                "");
    }
}
