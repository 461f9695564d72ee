package io.daybook.api.platform.observing;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.r2dbc.pool.PoolMetrics;

import java.util.function.ToDoubleFunction;

/** The pool for reading, under the names by which Spring Boot tells of such pools. */
final class ReaderPoolFigures {

    private ReaderPoolFigures() {}

    /** Registers the gauges {@code r2dbc.pool.*}. */
    static void of(PoolMetrics pool, MeterRegistry meters) {
        gauge(meters, pool, "acquired", "Connections in use", PoolMetrics::acquiredSize);
        gauge(meters, pool, "idle", "Connections that wait for work", PoolMetrics::idleSize);
        gauge(meters, pool, "pending", "Readers who wait", PoolMetrics::pendingAcquireSize);
        gauge(meters, pool, "max", "Connections at most", PoolMetrics::getMaxAllocatedSize);
    }

    private static void gauge(
            MeterRegistry meters,
            PoolMetrics pool,
            String name,
            String description,
            ToDoubleFunction<PoolMetrics> value) {
        Gauge.builder("r2dbc.pool." + name, pool, value)
                .description(description)
                .baseUnit("connections")
                .tag("name", "readers")
                .register(meters);
    }
}
