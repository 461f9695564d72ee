package io.daybook.command.projects;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.daybook.messages.projects.CreateProject;
import io.daybook.messages.projects.DeleteProject;
import io.daybook.messages.projects.ProjectEvent;
import io.daybook.messages.projects.RenameProject;
import io.daybook.messages.projects.RestoreProject;
import io.daybook.platform.bus.Metadata;

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

/** A person's project, from opening to deleting it. */
@Aggregate(cache = "aggregateCache")
final class Project {

    private ProjectState state = ProjectState.NONE;

    Project() {}

    @AggregateIdentifier
    @Nullable UUID projectId() {
        return state.projectId();
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(CreateProject command, MetaData metadata) {
        publish(ProjectDecisions.decide(command, state, Metadata.actor(metadata)));
    }

    @CommandHandler
    void handle(RenameProject command, MetaData metadata) {
        publish(ProjectDecisions.decide(command, state, Metadata.actor(metadata)));
    }

    @CommandHandler
    void handle(DeleteProject command, MetaData metadata) {
        publish(ProjectDecisions.decide(command, state, Metadata.actor(metadata)));
    }

    @CommandHandler
    void handle(RestoreProject command, MetaData metadata) {
        publish(ProjectDecisions.decide(command, state, Metadata.actor(metadata)));
    }

    @EventSourcingHandler
    void evolve(ProjectEvent event) {
        state = state.evolve(event);
    }

    private static void publish(List<ProjectEvent> events) {
        events.forEach(event -> apply(event));
    }
}
