package io.daybook.messages.assistant;

import java.util.UUID;

/** What happens to a run: one question and everything done to answer it. */
public sealed interface RunEvent extends AssistantEvent
        permits QuestionAsked, QuestionAnswered, QuestionFailed, QuestionCancelled {

    /** The aggregate that it happened to. */
    UUID runId();
}
