package io.daybook.query.platform;

import static io.daybook.platform.Waiting.until;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.messages.assistant.FiguresOfUser;
import io.daybook.messages.assistant.RunsOfUser;
import io.daybook.messages.audit.AuditEntries;
import io.daybook.messages.audit.ProjectionStatus;
import io.daybook.messages.audit.RebuildStatus;
import io.daybook.messages.connections.ConnectionsOfUser;
import io.daybook.messages.identity.EmailVerified;
import io.daybook.messages.identity.Role;
import io.daybook.messages.identity.SessionEnd;
import io.daybook.messages.identity.SessionEnded;
import io.daybook.messages.identity.SessionStarted;
import io.daybook.messages.identity.SessionsOfUser;
import io.daybook.messages.identity.UserProfileById;
import io.daybook.messages.identity.UserRegistered;
import io.daybook.messages.projects.ProjectCreated;
import io.daybook.messages.projects.ProjectsOfUser;
import io.daybook.platform.Identifiers;
import io.daybook.platform.postgres.TestDatabase;
import io.daybook.query.QueryNode;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

class RebuildTest {

    private static final List<String> TABLES =
            List.of(
                    "users",
                    "sessions",
                    "connections",
                    "selected_connections",
                    "projects",
                    "runs",
                    "question_counts",
                    "audit_entries",
                    "history_filters",
                    "hour_counts");

    @TempDir private Path data;
    private TestDatabase database;

    @BeforeEach
    void prepare() {
        database = TestDatabase.create();
    }

    @Test
    void endsInTheSameRowsForEveryProjection() throws InterruptedException {
        try (QueryNode node = QueryNode.start(database, data)) {
            live(node, 30);
            until(
                    () ->
                            node.projections().status().items().stream()
                                    .allMatch(one -> one.position() >= node.position()));
            Map<String, Object> before = everything(node);

            for (ProjectionStatus projection : node.projections().status().items()) {
                node.projections().rebuild(projection.name());
            }
            until(
                    () ->
                            node.projections().status().items().stream()
                                    .allMatch(one -> one.generation() == 2));

            assertThat(everything(node)).isEqualTo(before);
        }
    }

    @Test
    void isReadableAndCurrentAllTheTime() throws InterruptedException {
        try (QueryNode node = QueryNode.start(database, data)) {
            live(node, 10);
            node.projections().rebuild("users");
            List<Integer> counts = new ArrayList<>();
            for (int i = 0; i < 25; i++) {
                live(node, 1);
                counts.add(node.rows("users").size());
            }
            until(() -> generation(node, "users") == 2);
            node.projections().orders().comeBack("users", 1);
            for (int i = 0; i < 25; i++) {
                live(node, 1);
                counts.add(node.rows("users").size());
            }
            until(() -> generation(node, "users") == 1);
            live(node, 1);

            assertThat(counts).startsWith(11, 12, 13).endsWith(60).hasSize(50).isSorted();
            assertThat(node.rows("users")).hasSize(61);
        }
    }

    @Test
    void goesOnWhereItStoppedAfterARestart() throws InterruptedException {
        try (QueryNode node = QueryNode.start(database, data)) {
            live(node, 20);
            // what differs waits for an administrator
            change(node, "p_audit_1", 1);
            node.projections().rebuild("audit");
            until(() -> isWaiting(status(node, "audit").rebuild()));
            change(node, "p_audit_2", 2);
        }
        try (QueryNode node = QueryNode.start(database, data)) {
            live(node, 1);
            node.projections().orders().accept("audit", 2);
            until(() -> generation(node, "audit") == 2 && status(node, "audit").rebuild() == null);

            assertThat(node.rows("audit_entries")).hasSize(105);
            assertThat(node.rows("audit_entries"))
                    .as("not read anew")
                    .filteredOn(row -> "changed".equals(row.get("sentence")))
                    .singleElement()
                    .satisfies(row -> assertThat(row).containsEntry("position", 2L));
        }
    }

    @Test
    void happensByItselfWhenTheTablesAreDeclaredDifferently() throws InterruptedException {
        try (QueryNode node = QueryNode.start(database, data)) {
            live(node, 5);
            node.jdbc()
                    .sql(
                            "update projection_generation set fingerprint = 'older' where"
                                    + " projection = 'users'")
                    .update();
        }
        try (QueryNode node = QueryNode.start(database, data)) {
            until(() -> generation(node, "users") == 2);

            assertThat(node.rows("users")).hasSize(5);
        }
    }

    @Test
    void keepsOnlyTheGenerationBefore() throws InterruptedException {
        try (QueryNode node = QueryNode.start(database, data)) {
            live(node, 2);
            for (int generation = 2; generation <= 4; generation++) {
                int wanted = generation;
                node.projections().rebuild("users");
                until(() -> generation(node, "users") == wanted);
            }

            until(() -> node.schemas("users").equals(List.of("p_users_3", "p_users_4")));
        }
    }

    @Test
    void tellsWhatKeepsAProjectionFromGoingOn() throws InterruptedException {
        try (QueryNode node = QueryNode.start(database, data)) {
            live(node, 1);
            node.jdbc().sql("alter table p_projects_1.projects rename to elsewhere").update();
            UUID project = Identifiers.next();
            node.happened(project, new ProjectCreated(project, Identifiers.next(), "Spring", null));

            until(() -> status(node, "projects").state().equals("failed"));
            assertThat(status(node, "projects").error()).isNotBlank();

            node.jdbc().sql("alter table p_projects_1.elsewhere rename to projects").update();
            until(() -> status(node, "projects").state().equals("live"));
            node.settled(ProjectsOfUser.class);
        }
    }

    private static void change(QueryNode node, String schema, long position) {
        node.jdbc()
                .sql(
                        "update %s.audit_entries set sentence = 'changed' where position = ?"
                                .formatted(schema))
                .param(position)
                .update();
    }

    private static boolean isWaiting(@Nullable RebuildStatus rebuild) {
        return rebuild != null && rebuild.state().equals("differing");
    }

    private static void live(QueryNode node, int lives) throws InterruptedException {
        for (int i = 0; i < lives; i++) {
            UUID user = Identifiers.next();
            UUID session = Identifiers.next();
            UUID project = Identifiers.next();
            node.happened(
                            user,
                            new UserRegistered(
                                    user,
                                    user + "@example.org",
                                    "Ada " + i,
                                    null,
                                    "$argon2id$",
                                    Role.USER),
                            new EmailVerified(user))
                    .happened(
                            session,
                            new SessionStarted(
                                    session,
                                    user,
                                    "Computer",
                                    null,
                                    "Linux",
                                    "::1",
                                    Instant.parse("2099-01-01T00:00:00Z")),
                            new SessionEnded(session, user, SessionEnd.LOGGED_OUT))
                    .happened(project, new ProjectCreated(project, user, "Project " + i, null));
        }
        for (Class<?> query :
                List.of(
                        UserProfileById.class,
                        SessionsOfUser.class,
                        ConnectionsOfUser.class,
                        ProjectsOfUser.class,
                        RunsOfUser.class,
                        FiguresOfUser.class,
                        AuditEntries.class)) {
            node.settled(query);
        }
    }

    private static Map<String, Object> everything(QueryNode node) {
        Map<String, Object> rows = new LinkedHashMap<>();
        TABLES.forEach(table -> rows.put(table, node.rows(table)));
        return rows;
    }

    private static int generation(QueryNode node, String projection) {
        return status(node, projection).generation();
    }

    private static ProjectionStatus status(QueryNode node, String projection) {
        return node.status(projection);
    }
}
