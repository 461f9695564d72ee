package io.daybook.command.audit;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.daybook.messages.audit.AcceptRebuild;
import io.daybook.messages.audit.CancelRebuild;
import io.daybook.messages.audit.DropGeneration;
import io.daybook.messages.audit.GenerationOrder;
import io.daybook.messages.audit.PauseRebuild;
import io.daybook.messages.audit.ProjectionEvent;
import io.daybook.messages.audit.RebuildProjection;
import io.daybook.messages.audit.ResumeRebuild;
import io.daybook.messages.audit.ReturnToGeneration;
import io.daybook.platform.bus.Metadata;
import io.daybook.platform.bus.Rebuilds;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.UUID;

/** A projection as administrators act on it. */
@Aggregate(type = "Projection", cache = "aggregateCache")
final class ProjectionAggregate {

    private ProjectionState state = ProjectionState.NONE;

    ProjectionAggregate() {}

    @AggregateIdentifier
    @Nullable UUID projectionId() {
        return state.projectionId();
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RebuildProjection command, MetaData metadata, Rebuilds rebuilds) {
        publish(ProjectionDecisions.decide(command, Metadata.actor(metadata), rebuilds));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(PauseRebuild command, MetaData metadata) {
        order(command, metadata);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(ResumeRebuild command, MetaData metadata) {
        order(command, metadata);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(CancelRebuild command, MetaData metadata) {
        order(command, metadata);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(AcceptRebuild command, MetaData metadata) {
        order(command, metadata);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(ReturnToGeneration command, MetaData metadata) {
        order(command, metadata);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(DropGeneration command, MetaData metadata) {
        order(command, metadata);
    }

    @EventSourcingHandler
    void evolve(ProjectionEvent event) {
        state = state.evolve(event);
    }

    private void order(GenerationOrder command, MetaData metadata) {
        publish(ProjectionDecisions.decide(command, Metadata.actor(metadata), state));
    }

    private static void publish(List<ProjectionEvent> events) {
        events.forEach(event -> apply(event));
    }
}
