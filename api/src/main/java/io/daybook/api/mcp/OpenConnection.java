package io.daybook.api.mcp;

import reactor.core.publisher.Mono;

import java.time.Duration;
import java.util.UUID;

/** A connection that was used since the start, with its connector and when it was used last. */
final class OpenConnection {

    private final UUID connectionId;
    private final Mono<Connector> connector;
    private volatile long usedAt = System.nanoTime();

    OpenConnection(UUID connectionId, Mono<Connector> connector) {
        this.connectionId = connectionId;
        this.connector = connector.cache();
    }

    UUID connectionId() {
        return connectionId;
    }

    Mono<Connector> use() {
        usedAt = System.nanoTime();
        return connector;
    }

    /** The connector without counting as use. */
    Mono<Connector> look() {
        return connector;
    }

    boolean idleFor(Duration time) {
        return System.nanoTime() - usedAt > time.toNanos();
    }
}
