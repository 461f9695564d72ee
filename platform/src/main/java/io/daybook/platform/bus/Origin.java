package io.daybook.platform.bus;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Where a message comes from: what it belongs to (one request of a person, one question, one round
 * of a job) and the event that brought it about, if one did. It travels in the metadata.
 */
public record Origin(UUID correlation, @Nullable UUID cause) {

    /** What a message belongs to. */
    public static final String CORRELATION = "correlation";

    /** The identifier of the event that brought a message about. */
    public static final String CAUSATION = "causation";

    /** The command that an event answers. */
    public static final String COMMAND = "command";

    /** The identifier of a command's last event, in its answer. */
    public static final String EVENT = "event";

    /** The beginning of something. */
    public static Origin of(UUID correlation) {
        return new Origin(correlation, null);
    }

    /** What follows from an event of the same correlation. */
    public Origin because(@Nullable UUID event) {
        return event == null ? this : new Origin(correlation, event);
    }

    /** As it travels. */
    public Map<String, Object> metadata() {
        Map<String, Object> metadata = HashMap.newHashMap(2);
        metadata.put(CORRELATION, correlation.toString());
        if (cause != null) {
            metadata.put(CAUSATION, cause.toString());
        }
        return metadata;
    }
}
