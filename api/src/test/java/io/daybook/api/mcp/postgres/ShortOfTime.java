package io.daybook.api.mcp.postgres;

import io.daybook.api.mcp.ConnectionsSettings;

import java.time.Duration;

/** Settings with little patience. */
final class ShortOfTime {

    private ShortOfTime() {}

    static ConnectionsSettings settings(Duration statementTimeout) {
        ConnectionsSettings usual = ConnectionsSettings.defaults();
        return new ConnectionsSettings(
                usual.allow(),
                usual.deny(),
                usual.allowWritableRoles(),
                Duration.ofSeconds(2),
                statementTimeout,
                usual.maxRows(),
                usual.maxBytes(),
                usual.poolSize(),
                usual.idleTimeout(),
                usual.callsAtOnce(),
                usual.callsPerMinute(),
                usual.watchInterval());
    }
}
