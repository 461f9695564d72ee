package io.daybook.messages.audit;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/**
 * How large the log and what is made from it are.
 *
 * @param events in the log now
 * @param sampled how many of them the figures for each kind were drawn from
 * @param retiredEvents that left it, of {@code retiredBytes} bytes
 * @param keepDays how long details are kept; absent: for ever
 */
public record LogFigures(
        long events,
        long sampled,
        List<Kind> kinds,
        List<Relation> relations,
        long retiredEvents,
        long retiredBytes,
        @Nullable Integer keepDays,
        List<Retirement> retirements) {

    /** A kind of event: how many there are and what they take, both by the sample. */
    public record Kind(String name, boolean detail, long events, long bytes) {}

    /** A table: its rows as PostgreSQL estimates them, its bytes and those of its indexes. */
    public record Relation(String name, long rows, long bytes, long indexBytes) {}

    /** Details that left the log. */
    public record Retirement(
            long position, Instant at, Instant olderThan, long events, long bytes) {}
}
