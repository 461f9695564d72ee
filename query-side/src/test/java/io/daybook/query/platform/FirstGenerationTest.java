package io.daybook.query.platform;

import static io.daybook.platform.Waiting.until;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.messages.Refusal;
import io.daybook.messages.audit.AuditTrail;
import io.daybook.messages.audit.AuditTrailOf;
import io.daybook.messages.audit.HistoryFilterList;
import io.daybook.messages.audit.HistoryFiltersOfUser;
import io.daybook.messages.audit.RebuildStatus;
import io.daybook.messages.projects.ProjectCreated;
import io.daybook.messages.projects.ProjectPage;
import io.daybook.messages.projects.ProjectsOfUser;
import io.daybook.platform.Identifiers;
import io.daybook.platform.postgres.TestDatabase;
import io.daybook.query.QueryNode;

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

/** A read model that is made for the first time from a log that is long already. */
class FirstGenerationTest {

    private static final int EVENTS = 10_001;
    private static final List<String> LOST = List.of("dashboard", "projects", "users");

    @TempDir private Path data;
    private final UUID owner = Identifiers.next();

    @Test
    void isNotShownBeforeItIsFilled() throws SQLException {
        TestDatabase database = TestDatabase.create();
        try (QueryNode node = QueryNode.start(database, data)) {
            UUID project = Identifiers.next();
            node.happened(project, new ProjectCreated(project, owner, "Spring", null));
        }
        try (Connection writer =
                DriverManager.getConnection(
                        database.jdbcUrl(), database.user(), database.password())) {
            aLongLogWithoutSomeReadModels(writer);
            writer.setAutoCommit(false);
            // it waits for whoever is writing when it begins
            execute(writer, "lock table domain_event in row exclusive mode");
            try (QueryNode node = QueryNode.start(database, data)) {
                assertThatThrownBy(() -> projects(node))
                        .hasRootCauseInstanceOf(Refusal.class)
                        .rootCause()
                        .hasMessageContaining("0 % of the log is read");
                RebuildStatus first = Objects.requireNonNull(node.status("projects").rebuild());
                assertThat(first.cause()).isEqualTo("first");
                assertThat(first.generation()).isEqualTo(1);
                assertThat(node.ask(new HistoryFiltersOfUser(owner), HistoryFilterList.class))
                        .isNotNull();
                // what shows people without saying who they are would be half of the truth too
                assertThatThrownBy(() -> node.ask(new AuditTrailOf(1, null), AuditTrail.class))
                        .hasRootCauseInstanceOf(Refusal.class);
                // two are filled at a time, beginning with what most pages wait for
                until(() -> isBegun(node, "users") && isBegun(node, "projects"));
                assertThat(isBegun(node, "dashboard")).isFalse();

                writer.rollback();
                until(() -> node.status("projects").rebuild() == null);

                until(() -> isShown(node));
                assertThat(projects(node)).isEqualTo(100);
                assertThat(node.rows("projects")).hasSize(EVENTS);
            }
        }
    }

    private static boolean isBegun(QueryNode node, String projection) {
        return node.jdbc()
                .sql("select exists (select from token_entry where processor_name = ?)")
                .param(projection + "@1")
                .query(Boolean.class)
                .single();
    }

    private boolean isShown(QueryNode node) {
        try {
            projects(node);
            return true;
        } catch (AssertionError notYet) {
            return false;
        }
    }

    private int projects(QueryNode node) {
        return node.ask(new ProjectsOfUser(owner, false, 100, null), ProjectPage.class)
                .items()
                .size();
    }

    private static void aLongLogWithoutSomeReadModels(Connection connection) throws SQLException {
        execute(
                connection,
                """
                insert into domain_event (event_id, aggregate_id, sequence_number, type, time_stamp, payload_type,
                  payload_revision, payload, meta_data)
                select gen_random_uuid(), other, sequence_number, type, time_stamp, payload_type,
                  payload_revision, replace(payload, aggregate_id::text, other::text), meta_data
                from domain_event, lateral (select gen_random_uuid() as other from generate_series(2, %d)) o
                """
                        .formatted(EVENTS));
        for (String projection : LOST) {
            execute(connection, "drop schema p_%s_1 cascade".formatted(projection));
            execute(
                    connection,
                    "delete from projection_generation where projection = '%s'"
                            .formatted(projection));
            execute(
                    connection,
                    "delete from token_entry where processor_name = '%s@1'".formatted(projection));
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
