package io.daybook.platform.log;

import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.Set;

/**
 * Tells which gaps in the positions are final: those that were seen when none of those who were
 * writing then is left. PostgreSQL says who is; no clock takes part.
 */
public final class OpenGaps {

    private final JdbcClient jdbc;
    private Set<String> writers = Set.of();
    private long seen;

    public OpenGaps(JdbcOperations jdbc) {
        this.jdbc = JdbcClient.create(jdbc);
    }

    /**
     * The position before which every gap is final, given the last one that was just read. What
     * came meanwhile is not among the rows that were read before the answer: read again.
     */
    public long finalBefore(long lastRead) {
        Set<String> now = Writers.now(jdbc);
        if (writers.isEmpty()) {
            writers = now;
            seen = lastRead;
        } else {
            writers.retainAll(now);
        }
        return writers.isEmpty() ? seen : 0;
    }
}
