package io.daybook.query.platform;

import io.daybook.platform.log.LogToken;

import org.axonframework.eventhandling.TrackedEventMessage;
import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * The rows that a projection makes of some events, in memory: what the events mean is said once, by
 * the projection.
 */
public final class Recollection {

    private final Projection projection;
    private Map<Table<?>, Map<UUID, Record>> rows = new HashMap<>();

    public Recollection(Projection projection) {
        this.projection = projection;
    }

    /**
     * Lets an event change the rows; events come in the order of the log. One that the projection
     * cannot take in, and would park, changes nothing.
     *
     * @return whether it was taken in
     */
    public boolean takesIn(TrackedEventMessage<?> event) {
        Map<Table<?>, Map<UUID, Record>> after = new HashMap<>();
        rows.forEach((table, byKey) -> after.put(table, new HashMap<>(byKey)));
        try {
            Batch batch = new Batch("memory");
            projection.apply(event, LogToken.positionOf(event), batch);
            batch.foldInto(after);
        } catch (RuntimeException parked) {
            return false;
        }
        rows = after;
        return true;
    }

    /** A row as of the last event, or null where there is none. */
    public <R extends Record> @Nullable R row(Table<R> table, UUID key) {
        return table.cast(rows.getOrDefault(table, Map.of()).get(key));
    }
}
