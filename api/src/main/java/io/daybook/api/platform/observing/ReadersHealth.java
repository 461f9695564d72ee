package io.daybook.api.platform.observing;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import org.springframework.r2dbc.core.DatabaseClient;

import reactor.core.publisher.Mono;

import java.time.Duration;

/** Whether read models can be reached through the pool for reading. */
final class ReadersHealth implements ReactiveHealthIndicator {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final DatabaseClient database;

    ReadersHealth(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Mono<Health> health() {
        return database.sql("select 1")
                .fetch()
                .one()
                .timeout(PATIENCE)
                .map(row -> Health.up().build())
                .onErrorResume(
                        failure ->
                                Mono.just(
                                        Health.down()
                                                .withDetail(
                                                        "reason",
                                                        failure.getClass().getSimpleName())
                                                .build()));
    }
}
