package io.daybook.query.audit;

import io.daybook.messages.Actor;
import io.daybook.messages.audit.AuditEntries;
import io.daybook.messages.audit.AuditTrailOf;
import io.daybook.messages.audit.DetailsRetired;
import io.daybook.messages.identity.SessionStarted;
import io.daybook.platform.bus.Metadata;
import io.daybook.platform.bus.Origin;
import io.daybook.platform.log.EventTypes;
import io.daybook.platform.log.Impersonal;
import io.daybook.platform.proof.PositionSet;
import io.daybook.query.platform.Batch;
import io.daybook.query.platform.Erased;
import io.daybook.query.platform.Projection;
import io.daybook.query.platform.Table;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Remembers every event as a sentence. */
final class AuditProjection implements Projection {

    static final String NAME = "audit";
    static final Table<AuditRow> ENTRIES = Table.of("audit_entries", AuditRow.class);

    // Events from before we said what they belong to have what Axon said of it.
    private static final String AXON_ORIGIN = "traceId";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String description() {
        return "Every event as a sentence: who, what, when, from where, caused by what.";
    }

    /**
     * 2: devices, 3: amounts, durations and reasons are told as people speak of them, and whom it
     * concerned, 4: where somebody signed in from.
     */
    @Override
    public int version() {
        return 4;
    }

    @Override
    public List<Table<?>> tables() {
        return List.of(ENTRIES);
    }

    @Override
    public Set<Class<?>> queries() {
        return Set.of(AuditEntries.class, AuditTrailOf.class);
    }

    @Override
    public void apply(EventMessage<?> event, long position, Batch batch) {
        if (event instanceof DomainEventMessage<?> domainEvent) {
            batch.append(ENTRIES, row(domainEvent, position));
        }
        if (event.getPayload() instanceof DetailsRetired retired) {
            remove(PositionSet.read(retired.positions()), batch);
        }
        UUID erased = Erased.person(event);
        if (erased != null) {
            forget(erased, batch);
        }
    }

    /** A generation that is built later does not find them in the log. */
    private static void remove(long[] positions, Batch batch) {
        batch.execute(
                "delete from $schema.audit_entries where position = any(?::bigint[])",
                Arrays.stream(positions)
                        .mapToObj(Long::toString)
                        .collect(Collectors.joining(",", "{", "}")));
    }

    /** The history goes on saying what happened, but not what it tells of the person. */
    private static void forget(UUID person, Batch batch) {
        // what they did, and what others did to them: no index has both
        batch.forget(
                """
                update $schema.audit_entries set sentence = impersonal, impersonal = null
                where actor_id = ? and subject_id = actor_id and impersonal is not null
                """,
                person);
        batch.forget(
                """
                update $schema.audit_entries set sentence = impersonal, impersonal = null
                where subject_id = ? and subject_id is distinct from actor_id and impersonal is not null
                """,
                person);
        batch.forget(
                """
                update $schema.audit_entries set address = null
                where actor_id = ? and address is not null
                """,
                person);
    }

    /** The entry of one event. */
    static AuditRow row(DomainEventMessage<?> event, long position) {
        Object told = event.getPayload();
        Object untold = Impersonal.copy(told);
        Sentence sentence = Sentences.of(told);
        MetaData metaData = event.getMetaData();
        Actor actor = Metadata.actor(metaData);
        UUID acted = actor.userId() != null ? actor.userId() : unnamed(sentence);
        String predicate = sentence.predicate(acted);
        String impersonal = untold == told ? predicate : Sentences.of(untold).predicate(acted);
        return new AuditRow(
                UUID.fromString(event.getIdentifier()),
                position,
                event.getTimestamp(),
                EventTypes.nameOf(event.getPayloadType()).orElseThrow(),
                EventTypes.revisionOf(event.getPayloadType()),
                UUID.fromString(event.getAggregateIdentifier()),
                event.getType(),
                event.getSequenceNumber(),
                kind(acted, sentence),
                acted,
                sentence.concerns(),
                actor.sessionId(),
                address(told, actor),
                predicate,
                impersonal.equals(predicate) ? null : impersonal,
                (String) metaData.get(Origin.COMMAND),
                identifier(metaData.getOrDefault(Origin.CORRELATION, metaData.get(AXON_ORIGIN))),
                identifier(metaData.get(Origin.CAUSATION)));
    }

    /** Nobody is known when a session begins, so where from is told by what began. */
    private static @Nullable String address(Object told, Actor actor) {
        return actor.address() == null && told instanceof SessionStarted started
                ? started.address()
                : actor.address();
    }

    private static @Nullable UUID identifier(@Nullable Object value) {
        return value == null ? null : UUID.fromString(value.toString());
    }

    private static @Nullable UUID unnamed(Sentence sentence) {
        return sentence.who() == Sentence.Who.THEMSELVES ? sentence.concerns() : null;
    }

    private static String kind(@Nullable UUID acted, Sentence sentence) {
        if (sentence.who() == Sentence.Who.DAYBOOK
                || (acted == null && sentence.who() == Sentence.Who.ASKER)) {
            return "system";
        }
        return acted == null ? "anonymous" : "user";
    }
}
