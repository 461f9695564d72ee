package io.daybook.query.projects;

import io.daybook.messages.projects.ProjectCreated;
import io.daybook.query.audit.past.Kind;
import io.daybook.query.platform.Projection;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The projections of this context. */
@Configuration(proxyBeanMethods = false)
public class ProjectsProjections {

    @Bean
    Projection projectsProjection() {
        return new ProjectsProjection();
    }

    /** Projects as they were. */
    @Bean
    Kind<?> projectsInTime() {
        return Kind.of(
                        "projects",
                        ProjectCreated.class,
                        new ProjectsProjection(),
                        ProjectsProjection.PROJECTS,
                        ProjectRow::ownerId,
                        (row, then) -> row.project())
                .erasedWithOwner()
                .deletedWhen(ProjectRow::deleted);
    }
}
