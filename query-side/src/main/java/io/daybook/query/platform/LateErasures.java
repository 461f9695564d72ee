package io.daybook.query.platform;

import io.daybook.platform.log.Subjects;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

import javax.sql.DataSource;

/**
 * Takes out of a generation whoever was erased while it had no indexes. Each of them then costs a
 * look into an index; before, it would be one through all rows, and a log in which many were erased
 * could not be read to its end.
 */
final class LateErasures {

    private final JdbcClient jdbc;
    private final DataSource dataSource;

    LateErasures(JdbcClient jdbc, DataSource dataSource) {
        this.jdbc = jdbc;
        this.dataSource = dataSource;
    }

    /**
     * Forgets, in the transaction of the caller, whose erasure began or ended behind a position of
     * the log.
     */
    void after(long position, Projection projection, Generation generation) {
        Connection connection = DataSourceUtils.getConnection(dataSource);
        try {
            for (UUID person : people(position)) {
                Erased.from(projection, generation, person).flush(connection);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Somebody could not be forgotten", e);
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }

    // index domain_event_of_erased
    private List<UUID> people(long position) {
        return jdbc.sql(
                        """
                        select distinct (payload::json ->> 'userId')::uuid from domain_event
                        where payload_type in %s and global_index > ?
                        """
                                .formatted(Subjects.ERASURES))
                .param(position)
                .query(UUID.class)
                .list();
    }
}
