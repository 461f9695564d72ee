package io.daybook.command.assistant;

import io.daybook.messages.Actor;
import io.daybook.messages.assistant.AnswerQuestion;
import io.daybook.messages.assistant.AskQuestion;
import io.daybook.messages.assistant.CancelQuestion;
import io.daybook.messages.assistant.FailQuestion;
import io.daybook.messages.assistant.QuestionAnswered;
import io.daybook.messages.assistant.QuestionAsked;
import io.daybook.messages.assistant.QuestionCancelled;
import io.daybook.messages.assistant.QuestionFailed;
import io.daybook.messages.assistant.RunEvent;
import io.daybook.messages.assistant.RunStatus;

import java.util.List;
import java.util.UUID;

/** The rules of a run: a command and the state become events or a named refusal. */
final class RunDecisions {

    private RunDecisions() {}

    static List<RunEvent> decide(AskQuestion command, RunState state, Actor actor) {
        UUID asker = actor.userId();
        if (asker == null) {
            throw new AskerUnknown();
        }
        if (state.askerId() != null) {
            return repeated(state.askerId(), asker);
        }
        QuestionLength.check(command);
        return List.of(
                new QuestionAsked(
                        command.runId(),
                        asker,
                        command.connectionId(),
                        command.projectId(),
                        command.question(),
                        command.model()));
    }

    static List<RunEvent> decide(AnswerQuestion command, RunState state, Actor actor) {
        UUID asker = askerSeenBy(actor, state);
        return close(
                state,
                RunStatus.ANSWERED,
                new QuestionAnswered(
                        command.runId(),
                        asker,
                        command.statement(),
                        command.answer(),
                        command.chart(),
                        command.rows(),
                        command.durationMillis()));
    }

    static List<RunEvent> decide(FailQuestion command, RunState state, Actor actor) {
        UUID asker = askerSeenBy(actor, state);
        return close(
                state,
                RunStatus.FAILED,
                new QuestionFailed(
                        command.runId(),
                        asker,
                        command.reason(),
                        command.message(),
                        command.durationMillis()));
    }

    static List<RunEvent> decide(CancelQuestion command, RunState state, Actor actor) {
        UUID asker = askerSeenBy(actor, state);
        return close(
                state,
                RunStatus.CANCELLED,
                new QuestionCancelled(command.runId(), asker, command.durationMillis()));
    }

    private static List<RunEvent> repeated(UUID first, UUID asker) {
        if (!first.equals(asker)) {
            throw new RunNotFound();
        }
        return List.of();
    }

    /** Only the asker, or Daybook itself, may close a run; to anybody else it is not there. */
    private static UUID askerSeenBy(Actor actor, RunState state) {
        UUID asker = state.askerId();
        if (asker == null || !(actor.is(asker) || actor.equals(Actor.SYSTEM))) {
            throw new RunNotFound();
        }
        return asker;
    }

    private static List<RunEvent> close(RunState state, RunStatus wanted, RunEvent event) {
        if (state.status() == RunStatus.RUNNING) {
            return List.of(event);
        }
        if (state.status() == wanted) {
            return List.of();
        }
        throw new RunAlreadyClosed();
    }
}
