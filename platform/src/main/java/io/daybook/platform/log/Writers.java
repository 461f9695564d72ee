package io.daybook.platform.log;

import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.HashSet;
import java.util.Set;

/**
 * Who may still fill a gap in the positions: a writer holds a lock on the log's table from before
 * it takes a position until its transaction has ended and can be seen. Transaction numbers would
 * not do: a writer takes its position before it has one.
 */
final class Writers {

    private Writers() {}

    /** The transactions of others that hold it at this moment. */
    static Set<String> now(JdbcClient jdbc) {
        return new HashSet<>(
                jdbc.sql(
                                """
                                select virtualtransaction || ' ' || coalesce(pid, 0) from pg_locks
                                where locktype = 'relation' and mode = 'RowExclusiveLock' and granted
                                  and database = (select oid from pg_database where datname = current_database())
                                  and relation = 'domain_event'::regclass and pid is distinct from pg_backend_pid()
                                """)
                        .query(String.class)
                        .list());
    }
}
