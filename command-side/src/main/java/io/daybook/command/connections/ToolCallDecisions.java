package io.daybook.command.connections;

import io.daybook.messages.Actor;
import io.daybook.messages.connections.RecordToolAnswer;
import io.daybook.messages.connections.RecordToolCall;
import io.daybook.messages.connections.RecordToolFailure;
import io.daybook.messages.connections.ToolAnswered;
import io.daybook.messages.connections.ToolCallEvent;
import io.daybook.messages.connections.ToolCalled;
import io.daybook.messages.connections.ToolFailed;

import java.util.List;
import java.util.UUID;

/**
 * The rules of a call: opened by its caller, closed once; whatever is said of it afterwards is too
 * late and changes nothing.
 */
final class ToolCallDecisions {

    private ToolCallDecisions() {}

    static List<ToolCallEvent> decide(RecordToolCall command, ToolCallState state, Actor actor) {
        UUID caller = actor.userId();
        if (caller == null) {
            throw new ToolCallerUnknown();
        }
        if (state.userId() != null) {
            caller(actor, state);
            return List.of();
        }
        return List.of(
                new ToolCalled(
                        command.callId(),
                        caller,
                        command.connectionId(),
                        command.runId(),
                        command.tool(),
                        command.arguments()));
    }

    static List<ToolCallEvent> decide(RecordToolAnswer command, ToolCallState state, Actor actor) {
        UUID caller = caller(actor, state);
        return state.over()
                ? List.of()
                : List.of(
                        new ToolAnswered(
                                command.callId(),
                                caller,
                                state.tool(),
                                command.rows(),
                                command.bytes(),
                                command.durationMillis()));
    }

    static List<ToolCallEvent> decide(RecordToolFailure command, ToolCallState state, Actor actor) {
        UUID caller = caller(actor, state);
        return state.over()
                ? List.of()
                : List.of(
                        new ToolFailed(
                                command.callId(),
                                caller,
                                state.tool(),
                                command.reason(),
                                command.message(),
                                command.durationMillis()));
    }

    private static UUID caller(Actor actor, ToolCallState state) {
        UUID caller = state.userId();
        if (caller == null || !(actor.is(caller) || actor.equals(Actor.SYSTEM))) {
            throw new ToolCallNotFound();
        }
        return caller;
    }
}
