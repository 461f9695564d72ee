package io.daybook.platform.proof;

import org.springframework.jdbc.core.JdbcOperations;

import java.util.HashSet;
import java.util.Set;

/**
 * Tells which gaps in the positions are final: whoever may still fill one took its position while
 * holding a lock on the log's table, which it keeps until its transaction ends. So the gaps that
 * were seen are final when nobody is left of those who held that lock then. No clock takes part.
 */
final class OpenGaps {

    private final JdbcOperations jdbc;
    private Set<String> writers = Set.of();
    private long seen;

    OpenGaps(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The position before which every gap is final, given the last one that was just read. What
     * came meanwhile is not among the rows that were read before the answer: read again.
     */
    long finalBefore(long lastRead) {
        Set<String> now = writersNow();
        if (writers.isEmpty()) {
            writers = now;
            seen = lastRead;
        } else {
            writers.retainAll(now);
        }
        return writers.isEmpty() ? seen : 0;
    }

    private Set<String> writersNow() {
        return new HashSet<>(
                jdbc.queryForList(
                        """
                        select virtualtransaction || ' ' || coalesce(pid, 0) from pg_locks
                        where locktype = 'relation' and mode = 'RowExclusiveLock'
                          and database = (select oid from pg_database where datname = current_database())
                          and relation = 'domain_event'::regclass and pid is distinct from pg_backend_pid()
                        """,
                        String.class));
    }
}
