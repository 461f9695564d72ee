package io.daybook.api.audit;

import io.daybook.api.platform.Page;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/**
 * What narrows a history: words ({@code q}), who acted, the name of the event, a span of time (from
 * inclusive, to exclusive, ISO-8601), the thing that it happened to.
 */
public record HistoryFilter(
        @Nullable @Size(max = 200) String q,
        @Nullable UUID actor,
        @Nullable @Size(max = 100) String type,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable UUID aggregate,
        @Nullable @Min(1) @Max(Page.MAX_LIMIT) Integer limit,
        @Nullable @Size(max = 40) String cursor) {

    int size() {
        return limit == null ? Integer.parseInt(Page.DEFAULT_LIMIT) : limit;
    }

    @Nullable String words() {
        return given(q);
    }

    @Nullable String eventType() {
        return given(type);
    }

    private static @Nullable String given(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
