package io.daybook.command.audit;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.daybook.messages.audit.DeadLetterEvent;
import io.daybook.messages.audit.RetryDeadLetters;
import io.daybook.messages.audit.SkipDeadLetter;
import io.daybook.platform.bus.Metadata;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

import java.util.UUID;

/** The dead letters of a processing group as administrators act on them. */
@Aggregate(type = "ProcessingGroup", cache = "aggregateCache")
final class DeadLetterAggregate {

    private @Nullable UUID groupId;

    DeadLetterAggregate() {}

    @AggregateIdentifier
    @Nullable UUID groupId() {
        return groupId;
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RetryDeadLetters command, MetaData metadata) {
        apply(DeadLetterDecisions.decide(command, Metadata.actor(metadata)));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(SkipDeadLetter command, MetaData metadata) {
        apply(DeadLetterDecisions.decide(command, Metadata.actor(metadata)));
    }

    @EventSourcingHandler
    void evolve(DeadLetterEvent event) {
        groupId = event.groupId();
    }
}
