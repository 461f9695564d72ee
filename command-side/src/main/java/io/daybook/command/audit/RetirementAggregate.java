package io.daybook.command.audit;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.daybook.messages.audit.DetailsRetired;
import io.daybook.messages.audit.RetireDetails;
import io.daybook.messages.audit.RetirementEvent;
import io.daybook.platform.bus.Metadata;
import io.daybook.platform.proof.DetailRetirement;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.util.UUID;

/**
 * Details that leave the log; each retirement stands for itself. Removing them and saying so is one
 * transaction.
 */
@Aggregate(type = "DetailRetirement")
final class RetirementAggregate {

    private @Nullable UUID identity;

    RetirementAggregate() {}

    @AggregateIdentifier
    @Nullable UUID retirementId() {
        return identity;
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    long handle(RetireDetails command, MetaData metadata, DetailRetirement details, Clock clock) {
        RetentionDecisions.allow(command, Metadata.actor(metadata), clock.instant());
        DetailsRetired retired =
                details.retire(
                                command.retirementId(),
                                new DetailRetirement.Stretch(
                                        command.before(), command.after(), command.upTo()))
                        .orElseThrow(DetailsInUse::new);
        apply(retired);
        return retired.events();
    }

    @EventSourcingHandler
    void evolve(RetirementEvent event) {
        identity = event.retirementId();
    }
}
