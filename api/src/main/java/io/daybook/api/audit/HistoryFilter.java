package io.daybook.api.audit;

import io.daybook.api.platform.Page;
import io.daybook.messages.Refusal;
import io.daybook.messages.audit.AuditFilter;
import io.daybook.platform.log.EventTypes;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What narrows a history, in the same words in the API and in the address of the page: words
 * ({@code q}, each the beginning of one; {@code "these together"}, {@code -without}), who acted,
 * whom it concerned that somebody else did ({@code subject}), names of events ({@code type},
 * several with commas), contexts of events, a span of time (from inclusive, to exclusive,
 * ISO-8601), the thing that it happened to, the session or the address that it came from, the
 * request that it belongs to, what was seen before ({@code after}: what a page said in {@code
 * following}, or a position that is older than all of it).
 */
public record HistoryFilter(
        @Nullable @Size(max = 200) String q,
        @Nullable UUID actor,
        @Nullable UUID subject,
        @Nullable @Size(max = 100, message = "{daybook.values}") List<@Size(max = 100) String> type,
        @Nullable @Size(max = 20, message = "{daybook.values}")
                List<@Size(max = 40) String> context,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable UUID aggregate,
        @Nullable UUID session,
        @Nullable @Size(max = 64) String address,
        @Nullable UUID correlation,
        @Nullable @Pattern(regexp = AFTER, message = "{daybook.seen}") String after,
        @Nullable @Min(1) @Max(Page.MAX_LIMIT) Integer limit,
        @Nullable @Size(max = 40) String cursor) {

    private static final String AFTER = "-?\\d{1,18}(~\\d{1,18}(-\\d{1,18})?){0,20}";
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

    int size() {
        return limit == null ? Integer.parseInt(Page.DEFAULT_LIMIT) : limit;
    }

    /** The same for the query side; contexts become the events that they have. */
    AuditFilter filter() {
        return new AuditFilter(
                given(q),
                actor,
                subject,
                Stream.concat(given(type), given(context).flatMap(HistoryFilter::events))
                        .distinct()
                        .toList(),
                aggregate,
                session,
                given(address),
                correlation,
                within(from),
                within(to));
    }

    /** The same as it stands in an address, without what belongs to a page. */
    String words() {
        List<String> parts = new ArrayList<>();
        add(parts, "q", given(q));
        add(parts, "actor", actor);
        add(parts, "subject", subject);
        given(type).forEach(one -> add(parts, "type", one));
        given(context).forEach(one -> add(parts, "context", one));
        add(parts, "from", from);
        add(parts, "to", to);
        add(parts, "aggregate", aggregate);
        add(parts, "session", session);
        add(parts, "address", given(address));
        add(parts, "correlation", correlation);
        add(parts, "after", after);
        return String.join("&", parts);
    }

    private static void add(List<String> parts, String name, @Nullable Object value) {
        if (value != null) {
            parts.add(name + "=" + value);
        }
    }

    private static Stream<String> events(String context) {
        List<String> events =
                EventTypes.all().keySet().stream()
                        .filter(name -> name.startsWith(context + "."))
                        .toList();
        if (events.isEmpty()) {
            throw new Refusal(
                    Refusal.Kind.INVALID,
                    "unknown-context",
                    "There is no context of events with this name.");
        }
        return events.stream();
    }

    private static Stream<String> given(@Nullable List<String> texts) {
        return texts == null
                ? Stream.of()
                : texts.stream().map(String::strip).filter(text -> !text.isEmpty());
    }

    /** Nothing happened beyond what the database can tell of. */
    private static @Nullable Instant within(@Nullable Instant time) {
        if (time == null || (time.isAfter(FIRST) && time.isBefore(LAST))) {
            return time;
        }
        return time.isBefore(LAST) ? FIRST : LAST;
    }

    private static @Nullable String given(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
