package io.daybook.query.audit;

import io.daybook.messages.audit.Measure;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/** A row of hour counts: how often something happened in the hour that begins then. */
record HourCountRow(UUID countId, Instant hour, String measure, long count) {

    static HourCountRow none(Measure measure, Instant hour) {
        return new HourCountRow(key(measure, hour), hour, measure.name(), 0);
    }

    static UUID key(Measure measure, Instant hour) {
        return UUID.nameUUIDFromBytes((measure + "/" + hour).getBytes(StandardCharsets.UTF_8));
    }

    HourCountRow plus(long more) {
        return new HourCountRow(countId, hour, measure, count + more);
    }
}
