package io.daybook.command.assistant;

import io.daybook.messages.Refusal;
import io.daybook.messages.assistant.AskQuestion;

import java.io.Serial;

/** A question says something, and not more than a page of it. */
final class QuestionLength extends Refusal {

    /** Characters. */
    static final int LONGEST = 4_000;

    @Serial private static final long serialVersionUID = 1L;

    private QuestionLength() {
        super(
                Kind.INVALID,
                "question-length",
                "A question has between 1 and " + LONGEST + " characters.");
    }

    static void check(AskQuestion command) {
        if (command.question().isBlank() || command.question().length() > LONGEST) {
            throw new QuestionLength();
        }
    }
}
