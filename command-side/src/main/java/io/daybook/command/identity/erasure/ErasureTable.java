package io.daybook.command.identity.erasure;

import io.daybook.messages.identity.Erasure;
import io.daybook.messages.identity.ErasureStep;
import io.daybook.platform.bus.Origin;

import org.springframework.jdbc.core.simple.JdbcClient;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Where each erasure stands: what a node goes on with after whatever stopped it. */
final class ErasureTable {

    private final JdbcClient jdbc;

    ErasureTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Notes that one has to be done, once. */
    void begin(Begun erasure, Instant requestedAt) {
        jdbc.sql(
                        """
                        insert into erasure (person_id, correlation, cause, step, requested_at)
                        values (:person, :correlation, :cause, :step, :at)
                        on conflict (person_id) do nothing
                        """)
                .param("person", erasure.person())
                .param("correlation", erasure.origin().correlation())
                .param("cause", erasure.origin().cause())
                .param("step", ErasureStep.SESSIONS.name())
                .param("at", Timestamp.from(requestedAt))
                .update();
    }

    /** Those to go on with, the oldest first; index erasure_unfinished. */
    List<Begun> unfinished() {
        return jdbc.sql(
                        """
                        select person_id, correlation, cause from erasure where finished_at is null
                        order by requested_at
                        """)
                .query(
                        (row, number) ->
                                new Begun(
                                        row.getObject(1, UUID.class),
                                        new Origin(
                                                row.getObject(2, UUID.class),
                                                row.getObject(3, UUID.class))))
                .list();
    }

    void reached(UUID person, ErasureStep step) {
        jdbc.sql("update erasure set step = :step where person_id = :person")
                .param("step", step.name())
                .param("person", person)
                .update();
    }

    void finished(UUID person, Instant now) {
        jdbc.sql(
                        """
                        update erasure set step = 'DONE', finished_at = :now, error = null
                        where person_id = :person and finished_at is null
                        """)
                .param("now", Timestamp.from(now))
                .param("person", person)
                .update();
    }

    /** Notes why a try did not come to its end. */
    void failed(UUID person, String error) {
        jdbc.sql(
                        """
                        update erasure set attempts = attempts + 1, error = :error
                        where person_id = :person
                        """)
                .param("error", error)
                .param("person", person)
                .update();
    }

    List<Erasure> newest(int limit) {
        return jdbc.sql("select * from erasure order by requested_at desc limit :limit")
                .param("limit", limit)
                .query(ErasureTable::erasure)
                .list();
    }

    private static Erasure erasure(ResultSet row, int number) throws SQLException {
        Timestamp finishedAt = row.getTimestamp("finished_at");
        return new Erasure(
                row.getObject("person_id", UUID.class),
                ErasureStep.valueOf(row.getString("step")),
                row.getTimestamp("requested_at").toInstant(),
                finishedAt == null ? null : finishedAt.toInstant(),
                row.getInt("attempts"),
                row.getString("error"));
    }
}
