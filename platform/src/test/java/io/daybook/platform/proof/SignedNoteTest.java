package io.daybook.platform.proof;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;

/** Against notes that others signed. */
class SignedNoteTest {

    // the example of Go's package golang.org/x/mod/sumdb/note
    private static final NoteKey PETER =
            NoteKey.parse("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
    private static final String NOTE =
            """
            If you think cryptography is the answer to your problem,
            then you don't know what your problem is.

            — PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
            """;

    @Test
    void verifiesTheExampleOfTheFormat() {
        SignedNote note = SignedNote.parse(NOTE);

        assertThat(note.isSignedBy(List.of(PETER))).isTrue();
        assertThat(note).hasToString(NOTE);
    }

    @Test
    void refusesOneCharacterMore() {
        SignedNote note = SignedNote.parse(NOTE.replace("problem is.", "problem is!"));

        assertThat(note.isSignedBy(List.of(PETER))).isFalse();
    }

    @Test
    void writesAKeyAsItWasRead() {
        assertThat(PETER)
                .hasToString("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
    }
}
