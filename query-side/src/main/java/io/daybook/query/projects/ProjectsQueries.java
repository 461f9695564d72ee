package io.daybook.query.projects;

import static io.daybook.query.platform.Rows.at;
import static io.daybook.query.platform.Rows.id;
import static io.daybook.query.platform.Rows.need;
import static io.daybook.query.platform.Rows.text;

import io.daybook.messages.projects.Project;
import io.daybook.messages.projects.ProjectById;
import io.daybook.messages.projects.ProjectPage;
import io.daybook.messages.projects.ProjectsOfUser;
import io.daybook.query.platform.Cursor;
import io.daybook.query.platform.Rows;
import io.r2dbc.spi.Readable;

import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;

import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Answers which projects a person has. */
public final class ProjectsQueries {

    private final Rows rows;

    public ProjectsQueries(Rows rows) {
        this.rows = rows;
    }

    @QueryHandler
    CompletableFuture<ProjectPage> answer(ProjectsOfUser query) {
        String sql =
                """
                select * from read.projects
                where owner_id = :owner and project_id < :before and deleted = :deleted
                order by project_id desc limit :limit
                """;
        return rows.list(
                        sql,
                        Map.of(
                                "owner", query.userId(),
                                "before", Cursor.before(query.cursor()),
                                "deleted", query.deleted(),
                                "limit", query.limit() + 1),
                        ProjectsQueries::project)
                .thenApply(
                        found ->
                                new ProjectPage(
                                        Cursor.page(found, query.limit()),
                                        Cursor.next(found, query.limit(), Project::projectId)));
    }

    @QueryHandler
    CompletableFuture<@Nullable Project> answer(ProjectById query) {
        return rows.first(
                "select * from read.projects where project_id = :project and owner_id = :reader",
                Map.of("project", query.projectId(), "reader", query.readerId()),
                ProjectsQueries::project);
    }

    private static Project project(Readable row) {
        return new Project(
                id(row, "project_id"),
                id(row, "owner_id"),
                text(row, "name"),
                text(row, "description"),
                need(row, "version", Long.class),
                at(row, "created_at"),
                at(row, "updated_at"),
                need(row, "deleted", Boolean.class));
    }
}
