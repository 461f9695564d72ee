package io.daybook.command.connections;

import io.daybook.messages.Actor;
import io.daybook.messages.connections.ConnectionEstablished;
import io.daybook.messages.connections.ConnectionEvent;
import io.daybook.messages.connections.ConnectionLost;
import io.daybook.messages.connections.ConnectionRemoved;
import io.daybook.messages.connections.ConnectionRestored;
import io.daybook.messages.connections.ConnectionSelected;
import io.daybook.messages.connections.EstablishConnection;
import io.daybook.messages.connections.RemoveConnection;
import io.daybook.messages.connections.ReportConnection;
import io.daybook.messages.connections.SelectConnection;

import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** The rules of a connection: a command and the state become events or a named refusal. */
final class ConnectionDecisions {

    private ConnectionDecisions() {}

    static List<ConnectionEvent> decide(
            EstablishConnection command, ConnectionState state, Actor actor) {
        UUID owner = actor.userId();
        if (owner == null) {
            throw new ConnectionOwnerUnknown();
        }
        if (state.ownerId() != null) {
            ownerSeenBy(actor, state);
            return List.of();
        }
        ConnectionNameLength.check(command.name());
        return List.of(
                new ConnectionEstablished(
                        command.connectionId(),
                        owner,
                        command.name().strip(),
                        command.kind(),
                        command.server(),
                        command.secretRef()));
    }

    static List<ConnectionEvent> decide(
            ReportConnection command, ConnectionState state, Actor actor) {
        UUID owner = ownerSeenBy(actor, state);
        String reason = command.reason();
        if (Objects.equals(reason, state.trouble())) {
            return List.of();
        }
        return List.of(
                reason == null
                        ? new ConnectionRestored(command.connectionId(), owner)
                        : new ConnectionLost(command.connectionId(), owner, reason));
    }

    /** Selecting again is an event again: which one was selected last decides. */
    static List<ConnectionEvent> decide(
            SelectConnection command, ConnectionState state, Actor actor) {
        UUID owner = ownerSeenBy(actor, state);
        return List.of(new ConnectionSelected(command.connectionId(), owner));
    }

    static List<ConnectionEvent> decide(
            RemoveConnection command, ConnectionState state, Actor actor) {
        UUID owner = ownerSeenBy(actor, state);
        return List.of(
                new ConnectionRemoved(
                        command.connectionId(), owner, Objects.requireNonNull(state.secretRef())));
    }

    /** Only its owner, or Daybook itself, reaches a connection; to others it is not there. */
    private static UUID ownerSeenBy(Actor actor, ConnectionState state) {
        UUID owner = state.ownerId();
        if (owner == null || state.removed() || !(actor.is(owner) || actor.equals(Actor.SYSTEM))) {
            throw new ConnectionNotFound();
        }
        return owner;
    }
}
