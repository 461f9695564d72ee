package io.daybook.query.platform;

import static io.daybook.platform.Waiting.until;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.daybook.messages.Refusal;
import io.daybook.messages.audit.AuditEntries;
import io.daybook.messages.audit.RebuildStatus;
import io.daybook.messages.projects.Project;
import io.daybook.messages.projects.ProjectCreated;
import io.daybook.messages.projects.ProjectPage;
import io.daybook.messages.projects.ProjectRenamed;
import io.daybook.messages.projects.ProjectsOfUser;
import io.daybook.platform.Identifiers;
import io.daybook.platform.postgres.TestDatabase;
import io.daybook.query.QueryNode;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** What readers and writers notice of an upgrade while a read model is built anew for it. */
class UpgradeTest {

    @TempDir private Path data;
    private TestDatabase database;
    private final UUID owner = Identifiers.next();

    @BeforeEach
    void prepare() {
        database = TestDatabase.create();
    }

    @Test
    void otherColumnsAreReadAndWrittenUntilTheTablesAreBuiltAnew() throws InterruptedException {
        madeByAnotherVersion(
                "alter table p_projects_1.projects drop column description cascade",
                "alter table p_projects_1.projects drop column deleted",
                "alter table p_projects_1.projects add column colour text not null default 'red'",
                "alter table p_projects_1.projects alter column colour drop default",
                "create view read.projects as select * from p_projects_1.projects");
        try (QueryNode node = QueryNode.start(database, data)) {
            assertThat(projects(node)).extracting(Project::description).containsOnlyNulls();

            UUID summer = Identifiers.next();
            created(node, summer, "Summer", "Sun");
            node.happened(summer, new ProjectRenamed(summer, owner, "Late summer", "Rain"));
            created(node, Identifiers.next(), "Winter", null);
            assertThat(projects(node))
                    .extracting(Project::name, Project::description)
                    .containsExactlyInAnyOrder(
                            tuple("Spring", null),
                            tuple("Autumn", null),
                            tuple("Late summer", "Rain"),
                            tuple("Winter", null));
            node.jdbc()
                    .sql(
                            """
                            insert into p_projects_1.projects (project_id, owner_id, name, version, created_at, updated_at, colour)
                            select gen_random_uuid(), owner_id, name, version, created_at, updated_at, 'blue'
                            from p_projects_1.projects limit 1
                            """)
                    .update();
            assertThat(projects(node)).as("the other version writes too").hasSize(5);
            node.jdbc().sql("delete from p_projects_1.projects where colour = 'blue'").update();

            node.projections().orders().resume("projects", 2);
            until(() -> node.status("projects").generation() == 2);

            assertThat(Objects.requireNonNull(node.status("projects").comparison()).same())
                    .as("but for what could not be known")
                    .isTrue();
            assertThat(projects(node))
                    .filteredOn(project -> "Autumn".equals(project.name()))
                    .extracting(Project::description)
                    .containsExactly("Leaves");
        }
    }

    @Test
    void columnsOfAnotherTypeAreNotShownUntilTheTablesAreBuiltAnew() throws InterruptedException {
        madeByAnotherVersion(
                "drop view read.projects",
                "alter table p_projects_1.projects alter column version type text",
                "create view read.projects as select * from p_projects_1.projects");
        try (QueryNode node = QueryNode.start(database, data)) {
            created(node, Identifiers.next(), "Summer", "Sun");
            assertThatThrownBy(() -> projects(node))
                    .hasRootCauseInstanceOf(Refusal.class)
                    .rootCause()
                    .hasMessageContaining("“projects” is being built");
            node.settled(AuditEntries.class);

            node.projections().orders().resume("projects", 2);
            until(() -> node.status("projects").generation() == 2);
            until(() -> node.schemas("projects").equals(List.of("p_projects_2")));

            until(() -> isShown(node));
            assertThat(projects(node)).hasSize(3);
        }
    }

    @Test
    void oneWithWhichAnotherNodeIsBusyIsNotReplacedWithoutAComparison() throws Exception {
        madeByAnotherVersion();
        try (Connection other =
                DriverManager.getConnection(
                        database.jdbcUrl(), database.user(), database.password())) {
            busy(other);
            try (QueryNode node = QueryNode.start(database, data)) {
                created(node, Identifiers.next(), "Summer", "Sun");
                node.projections().orders().resume("projects", 2);
                until(() -> busy(other) && isCompared(node));
                until(() -> busy(other) && !isCompared(node));

                assertThat(node.status("projects").generation()).isEqualTo(1);
            }
        }
    }

    /** Renews the claim of another node on the live generation, which does not get on. */
    private static boolean busy(Connection other) {
        try (Statement statement = other.createStatement()) {
            return 1
                    == statement.executeUpdate(
                            """
                            update token_entry set owner = 'other', timestamp = clock_timestamp()
                            where processor_name = 'projects@1'
                            """);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isCompared(QueryNode node) {
        RebuildStatus rebuild = node.status("projects").rebuild();
        return rebuild != null && rebuild.state().equals("comparing");
    }

    /** A node ran whose tables were these; the next one finds its rebuild, which rests. */
    private void madeByAnotherVersion(String... changes) throws InterruptedException {
        try (QueryNode node = QueryNode.start(database, data)) {
            created(node, Identifiers.next(), "Spring", "Flowers");
            created(node, Identifiers.next(), "Autumn", "Leaves");
            node.settled(ProjectsOfUser.class);
            node.together(
                    () -> {
                        node.projections().rebuild("projects");
                        node.projections().orders().pause("projects", 2);
                    });
            for (String change : changes) {
                node.jdbc().sql(change).update();
            }
            node.jdbc()
                    .sql(
                            """
                            update projection_generation set cause = 'declared',
                              fingerprint = case generation when 1 then 'other' else fingerprint end
                            where projection = 'projects'
                            """)
                    .update();
        }
    }

    private void created(QueryNode node, UUID project, String name, @Nullable String description) {
        node.happened(project, new ProjectCreated(project, owner, name, description));
    }

    private boolean isShown(QueryNode node) {
        try {
            projects(node);
            return true;
        } catch (AssertionError notYet) {
            return false;
        }
    }

    private List<Project> projects(QueryNode node) {
        return node.ask(new ProjectsOfUser(owner, false, 100, null), ProjectPage.class).items();
    }
}
