package io.daybook.command.assistant;

import io.daybook.messages.assistant.QuestionAnswered;
import io.daybook.messages.assistant.QuestionAsked;
import io.daybook.messages.assistant.QuestionCancelled;
import io.daybook.messages.assistant.QuestionFailed;
import io.daybook.messages.assistant.RunEvent;
import io.daybook.messages.assistant.RunStatus;

import org.jspecify.annotations.Nullable;

import java.util.UUID;

/** What must be known of a run to decide: whose it is and whether it is still open. */
record RunState(@Nullable UUID runId, @Nullable UUID askerId, @Nullable RunStatus status) {

    static final RunState NONE = new RunState(null, null, null);

    RunState evolve(RunEvent event) {
        return switch (event) {
            case QuestionAsked asked ->
                    new RunState(asked.runId(), asked.askerId(), RunStatus.RUNNING);
            case QuestionAnswered answered -> new RunState(runId, askerId, RunStatus.ANSWERED);
            case QuestionFailed failed -> new RunState(runId, askerId, RunStatus.FAILED);
            case QuestionCancelled cancelled -> new RunState(runId, askerId, RunStatus.CANCELLED);
        };
    }
}
