package io.daybook.command.audit;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.daybook.messages.audit.ChangeDetailRetention;
import io.daybook.messages.audit.DetailRetentionChanged;
import io.daybook.messages.audit.RetentionEvent;
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

/** How long details are kept; one for the whole log. */
@Aggregate(type = "DetailRetention")
final class RetentionAggregate {

    private @Nullable UUID identity;
    private @Nullable Integer days;

    RetentionAggregate() {}

    @AggregateIdentifier
    @Nullable UUID retentionId() {
        return identity;
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(ChangeDetailRetention command, MetaData metadata) {
        RetentionDecisions.decide(command, identity != null, days, Metadata.actor(metadata))
                .forEach(event -> apply(event));
    }

    @EventSourcingHandler
    void evolve(RetentionEvent event) {
        identity = event.retentionId();
        days =
                switch (event) {
                    case DetailRetentionChanged changed -> changed.days();
                };
    }
}
