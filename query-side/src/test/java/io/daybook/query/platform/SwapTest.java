package io.daybook.query.platform;

import static io.daybook.platform.Waiting.until;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.messages.projects.ProjectCreated;
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
import java.util.UUID;

/** A rebuilt generation comes to its readers without any of them waiting for another. */
class SwapTest {

    @TempDir private Path data;

    @Test
    void waitsForASlowReaderWhileAllOthersReadAndWrite() throws Exception {
        TestDatabase database = TestDatabase.create();
        try (QueryNode node = QueryNode.start(database, data);
                Connection slow = connection(database);
                Connection other = connection(database)) {
            created(node);
            slow.setAutoCommit(false);
            read(slow);
            node.projections().rebuild("projects");
            until(() -> isWaitedForASwap(node));

            other.createStatement().execute("set lock_timeout = '5s'");
            read(other);
            created(node);
            assertThat(node.status("projects").generation()).isEqualTo(1);

            slow.commit();
            until(() -> node.status("projects").generation() == 2);
            assertThat(node.rows("projects")).hasSize(2);
        }
    }

    private static boolean isWaitedForASwap(QueryNode node) {
        return node.jdbc()
                .sql(
                        """
                        select exists (select from pg_locks where relation = 'read.projects'::regclass
                                       and mode = 'AccessExclusiveLock' and not granted)
                        """)
                .query(Boolean.class)
                .single();
    }

    private static void created(QueryNode node) throws InterruptedException {
        UUID project = Identifiers.next();
        node.happened(project, new ProjectCreated(project, Identifiers.next(), "Spring", null));
        node.settled(ProjectsOfUser.class);
    }

    private static void read(Connection reader) throws SQLException {
        try (Statement statement = reader.createStatement()) {
            statement.execute("select count(*) from read.projects");
        }
    }

    private static Connection connection(TestDatabase database) throws SQLException {
        return DriverManager.getConnection(
                database.jdbcUrl(), database.user(), database.password());
    }
}
