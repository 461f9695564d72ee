package io.daybook.api.assistant.runs;

/** A way to answer questions; blocks its (virtual) thread and ends when that is interrupted. */
public interface Answerer {

    /**
     * Answers, telling what it does as it goes; fails with {@link Unanswered} or a tool's failure.
     */
    Answer answer(RunRequest request, Telling telling);
}
