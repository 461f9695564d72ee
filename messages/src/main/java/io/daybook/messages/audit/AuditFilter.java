package io.daybook.messages.audit;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What narrows a history; what is absent (no types: every one) does not restrict. Each word matches
 * from its beginning on, in what was done or in the name of who did it; the subject is whom it
 * concerned that somebody else did; times are inclusive at the start and exclusive at the end; the
 * correlation is what a request's events have in common.
 */
public record AuditFilter(
        @Nullable String text,
        @Nullable UUID actor,
        @Nullable UUID subject,
        List<String> types,
        @Nullable UUID aggregate,
        @Nullable UUID session,
        @Nullable String address,
        @Nullable UUID correlation,
        @Nullable Instant from,
        @Nullable Instant to) {

    /** Everything. */
    public static final AuditFilter NONE =
            new AuditFilter(null, null, null, List.of(), null, null, null, null, null, null);

    /** What belongs to one thing. */
    public static AuditFilter ofAggregate(UUID aggregate) {
        return new AuditFilter(
                null, null, null, List.of(), aggregate, null, null, null, null, null);
    }

    /** What has these words. */
    public static AuditFilter ofText(String text) {
        return new AuditFilter(text, null, null, List.of(), null, null, null, null, null, null);
    }
}
