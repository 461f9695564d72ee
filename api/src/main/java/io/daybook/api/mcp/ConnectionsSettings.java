package io.daybook.api.mcp;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.time.Duration;
import java.util.List;

/**
 * Where connections may lead and what one call may cost.
 *
 * @param allow addresses or ranges (CIDR) that connections may lead to; empty: all that are not
 *     denied
 * @param deny addresses or ranges that they may not lead to, beside those that never may
 * @param allowWritableRoles whether a PostgreSQL role that can write is taken and merely kept from
 *     writing
 * @param connectTimeout how long connecting may take
 * @param statementTimeout how long a statement may run
 * @param maxRows how many rows one answer has at most
 * @param maxBytes how many bytes one answer has at most
 * @param poolSize how many sessions one connection opens at most
 * @param idleTimeout after which unused sessions are closed
 * @param callsAtOnce how many calls of one person run at the same time
 * @param callsPerMinute how many calls one person makes in a minute
 * @param watchInterval how often a connection in use is looked after
 */
@ConfigurationProperties("daybook.connections")
public record ConnectionsSettings(
        @DefaultValue List<String> allow,
        @DefaultValue List<String> deny,
        @DefaultValue("false") boolean allowWritableRoles,
        @DefaultValue("10s") Duration connectTimeout,
        @DefaultValue("30s") Duration statementTimeout,
        @DefaultValue("10000") int maxRows,
        @DefaultValue("8388608") int maxBytes,
        @DefaultValue("4") int poolSize,
        @DefaultValue("5m") Duration idleTimeout,
        @DefaultValue("8") int callsAtOnce,
        @DefaultValue("240") int callsPerMinute,
        @DefaultValue("30s") Duration watchInterval) {

    /** What holds when nothing is set. */
    public static ConnectionsSettings defaults() {
        return new ConnectionsSettings(
                List.of(),
                List.of(),
                false,
                Duration.ofSeconds(10),
                Duration.ofSeconds(30),
                10_000,
                8 * 1024 * 1024,
                4,
                Duration.ofMinutes(5),
                8,
                240,
                Duration.ofSeconds(30));
    }
}
