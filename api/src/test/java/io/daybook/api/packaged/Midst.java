package io.daybook.api.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybook.api.ReadModels;

import org.awaitility.core.ConditionTimeoutException;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Holds up what Daybook does in its database, so that a kill meets it in the midst: whoever waits
 * for a lock that is held here has begun a transaction and not ended it. PostgreSQL sees that a
 * waiting client is gone only when its wait ends, so what still waits after the process ended was
 * under way when it was killed.
 */
final class Midst implements AutoCloseable {

    /** What a kill can meet. */
    enum Work {
        APPEND("pg_class.oid = 'domain_event'::regclass and mode = 'RowExclusiveLock'"),
        ERASURE("pg_class.oid = 'erasure'::regclass and mode = 'RowExclusiveLock'"),
        SWAP("relnamespace = 'read'::regnamespace and mode = 'AccessExclusiveLock'"),

        /** Between its order and its comparison; it was ordered from the process that is killed. */
        REBUILD("");

        private final String waits;

        Work(String waits) {
            this.waits = waits;
        }
    }

    private static final Duration AIM = Duration.ofSeconds(20);
    private static final Duration MOMENT = Duration.ofSeconds(3);
    private static final Duration LOOK = Duration.ofMillis(10);

    /** A swap gives up waiting after twice that: time enough for a kill and a look at it. */
    private static final String FRESH = "100 ms";

    private static final String LONG = "1 hour";

    private static final String CONNECTED =
            """
            select from pg_stat_activity where datname = current_database()
            and backend_type = 'client backend' and pid <> pg_backend_pid()
            """;

    private final Connection connection;
    private final String began;
    private final String swapped =
            ReadModels.ALL.get(ThreadLocalRandom.current().nextInt(ReadModels.ALL.size()));

    /** Of what begins from now on, in the database that the books are in. */
    Midst(Books books) throws SQLException {
        connection = books.connect();
        began = text("select clock_timestamp()");
    }

    /** Lets no swap of one of the read models come to its end from now on. */
    void holdSwap() throws SQLException {
        connection.setAutoCommit(false);
        execute("lock table %s in access share mode".formatted(viewsSwapped()));
    }

    /** Gets between an append, a rebuild, a swap and an erasure at once, but not for ever. */
    void get() throws SQLException {
        execute("lock table erasure in share mode");
        aim(EnumSet.complementOf(EnumSet.of(Work.APPEND)), AIM);
        // last of all: nothing else comes to its end without
        execute("lock table domain_event in share mode");
        aim(EnumSet.allOf(Work.class), MOMENT);
    }

    private void aim(Set<Work> wanted, Duration patience) {
        try {
            await().atMost(patience)
                    .pollInterval(LOOK)
                    .until(() -> seen(FRESH).containsAll(wanted));
        } catch (ConditionTimeoutException missed) {
            // whatever it is doing then
        }
    }

    /** What is under way; after the process ended, what was. */
    Set<Work> met() throws SQLException {
        return seen(LONG);
    }

    /** Which generation is being swapped in, of those that wait for this to let go. */
    String swapped() throws SQLException {
        return text(
                "select projection || '@' || generation from projection_generation where state ="
                        + " 'building' and projection = '"
                        + swapped
                        + "'");
    }

    /** Lets go, and waits until the database has noticed that the process is gone. */
    void end() throws SQLException {
        connection.rollback();
        connection.setAutoCommit(true);
        await("the database has noticed that the process is gone")
                .atMost(AIM)
                .pollInterval(LOOK)
                .until(() -> !is(CONNECTED));
    }

    /** Lets everything go on. */
    void letGo() throws SQLException {
        connection.rollback();
    }

    /** Readers see one generation of each read model, the live one, and that as a whole. */
    void isWholeForReaders() throws SQLException {
        assertThat(
                        text(
                                """
                                select string_agg(table_schema || '.' || table_name, ' ' order by table_schema, table_name)
                                from information_schema.view_table_usage where view_schema = 'read'
                                """))
                .as("what readers see")
                .isEqualTo(
                        text(
                                """
                                select string_agg(table_schema || '.' || table_name, ' ' order by table_schema, table_name)
                                from information_schema.tables join projection_generation
                                  on table_schema = 'p_' || projection || '_' || generation and state = 'live'
                                """));
    }

    private Set<Work> seen(String swapSince) throws SQLException {
        Set<Work> seen = EnumSet.noneOf(Work.class);
        for (Work work : Work.values()) {
            String sql = work == Work.REBUILD ? building() : waiting(work, swapSince);
            if (is(sql)) {
                seen.add(work);
            }
        }
        return seen;
    }

    private boolean is(String sql) throws SQLException {
        return "t".equals(text("select exists (" + sql + ")"));
    }

    private static String waiting(Work work, String swapSince) {
        return """
        select from pg_locks join pg_class on pg_class.oid = relation
        where not granted and %s and coalesce(clock_timestamp() - waitstart, '0') < '%s'
        """
                .formatted(work.waits, work == Work.SWAP ? swapSince : LONG);
    }

    private String building() {
        return """
        select from projection_generation join token_entry on processor_name = projection || '@' || generation
        where state = 'building' and comparison is null and started_at > '%s'
        """
                .formatted(began);
    }

    private String viewsSwapped() throws SQLException {
        return text(
                """
                select string_agg('read.' || view_name, ', ') from information_schema.view_table_usage
                join projection_generation on table_schema = 'p_' || projection || '_' || generation
                where view_schema = 'read' and state = 'live' and projection = '%s'
                """
                        .formatted(swapped));
    }

    private String text(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            return result.next() ? String.valueOf(result.getString(1)) : "";
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
