package io.daybook.query.projects;

import io.daybook.messages.assistant.FiguresOfUser;
import io.daybook.messages.projects.ProjectById;
import io.daybook.messages.projects.ProjectCreated;
import io.daybook.messages.projects.ProjectDeleted;
import io.daybook.messages.projects.ProjectEvent;
import io.daybook.messages.projects.ProjectRenamed;
import io.daybook.messages.projects.ProjectRestored;
import io.daybook.messages.projects.ProjectsOfUser;
import io.daybook.query.platform.Batch;
import io.daybook.query.platform.Erased;
import io.daybook.query.platform.Projection;
import io.daybook.query.platform.Table;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Every project with its version, deleted ones included. */
final class ProjectsProjection implements Projection {

    static final Table<ProjectRow> PROJECTS = Table.of("projects", ProjectRow.class);

    @Override
    public String name() {
        return "projects";
    }

    @Override
    public String description() {
        return "Every project with its version, deleted ones included.";
    }

    @Override
    public List<Table<?>> tables() {
        return List.of(PROJECTS);
    }

    @Override
    public Set<Class<?>> queries() {
        return Set.of(ProjectsOfUser.class, ProjectById.class, FiguresOfUser.class);
    }

    @Override
    public Set<Class<?>> events() {
        return Set.of(ProjectEvent.class);
    }

    @Override
    public void apply(EventMessage<?> event, long position, Batch batch) {
        UUID erased = Erased.person(event);
        if (erased != null) {
            batch.forgetWhere(PROJECTS, "owner_id", erased);
        }
        if (event.getPayload() instanceof ProjectEvent happened
                && event instanceof DomainEventMessage<?> domainEvent) {
            apply(happened, domainEvent.getSequenceNumber(), event.getTimestamp(), batch);
        }
    }

    private static void apply(ProjectEvent event, long version, Instant at, Batch batch) {
        switch (event) {
            case ProjectCreated e ->
                    batch.change(
                            PROJECTS,
                            e.projectId(),
                            none ->
                                    new ProjectRow(
                                            e.projectId(),
                                            e.ownerId(),
                                            e.name(),
                                            e.description(),
                                            version,
                                            at,
                                            at,
                                            false));
            case ProjectRenamed e ->
                    change(
                            batch,
                            e.projectId(),
                            row -> row.renamed(e.name(), e.description(), version, at));
            case ProjectDeleted e ->
                    change(batch, e.projectId(), row -> row.gone(true, version, at));
            case ProjectRestored e ->
                    change(batch, e.projectId(), row -> row.gone(false, version, at));
        }
    }

    private static void change(Batch batch, UUID project, UnaryOperator<ProjectRow> change) {
        batch.change(
                PROJECTS,
                project,
                (@Nullable ProjectRow row) -> row == null ? null : change.apply(row));
    }
}
