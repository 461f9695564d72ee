package io.daybook.query.platform;

import io.daybook.platform.log.LogToken;
import io.daybook.platform.log.Subjects;

import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.Set;
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
     * the log and was seen by the generation's reader: who is forgotten before is missed where both
     * generations are compared.
     */
    void after(
            long position,
            @Nullable TrackingToken reader,
            Projection projection,
            Generation generation) {
        Connection connection = DataSourceUtils.getConnection(dataSource);
        try {
            for (UUID person : people(position, reader)) {
                Erased.from(projection, generation, person).flush(connection);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Somebody could not be forgotten", e);
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }

    // index domain_event_of_erased
    private Set<UUID> people(long position, @Nullable TrackingToken reader) {
        Set<UUID> people = new LinkedHashSet<>();
        jdbc.sql(
                        """
                        select global_index, (payload::json ->> 'userId')::uuid from domain_event
                        where payload_type in %s and global_index > ? order by global_index
                        """
                                .formatted(Subjects.ERASURES))
                .param(position)
                .query(
                        row -> {
                            if (LogToken.covers(reader, row.getLong(1))) {
                                people.add(row.getObject(2, UUID.class));
                            }
                        });
        return people;
    }
}
