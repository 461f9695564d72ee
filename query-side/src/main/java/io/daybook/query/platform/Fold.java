package io.daybook.query.platform;

import io.daybook.messages.identity.UserErased;
import io.daybook.platform.bus.Fault;

import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Takes a batch of events into one generation. Where that fails because of an event, the event is
 * found by halving the batch, and parked as a dead letter with those of the same thing behind it;
 * everything else is taken in.
 */
final class Fold {

    private final Projection projection;
    private final Generation generation;
    private final Parking parking;
    private final Interests interests;

    Fold(Projection projection, Generation generation, Parking parking) {
        this.projection = projection;
        this.generation = generation;
        this.parking = parking;
        this.interests = new Interests(projection);
    }

    /** The events that make a difference to it. */
    List<Class<?>> types() {
        return interests.types();
    }

    /** Whether events of a type make a difference to it. */
    boolean concerns(Class<?> event) {
        return interests.include(event);
    }

    /** Works out what events change, for somebody who writes it later. */
    Prepared prepare(List<Noted> events) {
        try {
            return new Prepared(events, changes(events));
        } catch (RuntimeException fault) {
            return new Prepared(events, null); // it is found when they are written
        }
    }

    /** Writes a batch; answers whether readers see this generation. */
    boolean write(Connection connection, List<Noted> events) throws SQLException {
        return write(connection, new Prepared(events, null));
    }

    /** Writes what was worked out; answers whether readers see this generation. */
    boolean write(Connection connection, Prepared prepared) throws SQLException {
        Parking.Standing standing = parking.standing(generation);
        Set<UUID> parked = new HashSet<>(standing.parked());
        write(
                connection,
                parked.isEmpty()
                        ? prepared
                        : new Prepared(following(prepared.events(), parked), null),
                parked,
                standing.indexed());
        parking.forgetRetired(generation, prepared.events());
        if (!parked.isEmpty()) {
            forgetErased(prepared.events());
        }
        return standing.live();
    }

    /** Takes in a single event that was parked. */
    void retry(Connection connection, Noted event) throws SQLException {
        changes(List.of(event)).flush(connection);
    }

    /** The same for an event of somebody who was erased since: nothing of them is left. */
    void retry(Connection connection, Noted event, UUID erased) throws SQLException {
        retry(connection, event);
        Erased.from(projection, generation, erased).flush(connection);
    }

    // When the erasure ends: what kept an event from being taken in may have gone with the key.
    private void forgetErased(List<Noted> events) {
        for (Noted noted : events) {
            // the type first: asking for the payload opens it
            if (noted.event().getPayloadType() == UserErased.class
                    && noted.event().getPayload() instanceof UserErased erased) {
                parking.forget(this, generation, erased.userId());
            }
        }
    }

    private void write(Connection connection, Prepared prepared, Set<UUID> parked, boolean indexed)
            throws SQLException {
        List<Noted> events = prepared.events();
        if (events.stream().noneMatch(each -> concerns(each.event().getPayloadType()))) {
            return;
        }
        Savepoint before = connection.setSavepoint();
        try {
            Batch known = prepared.changes();
            Batch changes = known == null ? changes(events) : known;
            if (indexed) {
                changes.flush(connection);
            } else {
                changes.flushWithoutIndexes(connection);
            }
            connection.releaseSavepoint(before);
        } catch (SQLException | RuntimeException e) {
            if (!Fault.isOfTheEvent(e)) {
                throw e;
            }
            connection.rollback(before);
            if (events.size() > 1) {
                int half = events.size() / 2;
                write(connection, new Prepared(events.subList(0, half), null), parked, indexed);
                List<Noted> rest = following(events.subList(half, events.size()), parked);
                write(connection, new Prepared(rest, null), parked, indexed);
            } else {
                parking.park(generation, events.getFirst(), Fault.words(e));
                parked.add(events.getFirst().sequence());
            }
        }
    }

    // Parks what stands behind something parked; answers the rest. That somebody is to be forgotten
    // waits behind nothing.
    private List<Noted> following(List<Noted> events, Set<UUID> parked) {
        List<Noted> rest = new ArrayList<>(events.size());
        for (Noted event : events) {
            if (parked.contains(event.sequence()) && Erased.person(event.event()) == null) {
                parking.park(generation, event, null);
            } else {
                rest.add(event);
            }
        }
        return rest;
    }

    private Batch changes(List<Noted> events) {
        Batch batch = new Batch(generation.schema());
        for (Noted noted : events) {
            if (concerns(noted.event().getPayloadType())) {
                projection.apply(noted.event(), noted.position(), batch);
            }
        }
        return batch;
    }

    /** Events, and what they change where that was worked out. */
    record Prepared(List<Noted> events, @Nullable Batch changes) {}
}
