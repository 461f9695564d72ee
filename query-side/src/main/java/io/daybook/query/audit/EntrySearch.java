package io.daybook.query.audit;

import io.daybook.messages.audit.AuditEntries;
import io.daybook.messages.audit.AuditEntry;
import io.daybook.messages.audit.AuditFilter;
import io.daybook.messages.audit.AuditPage;
import io.daybook.query.platform.Cursor;
import io.daybook.query.platform.Rows;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * Finds pages of the history in a time that does not grow with it. A span of time is turned into a
 * span of positions first. Words are looked for in wider and wider circles: a frequent one is found
 * among the newest entries, a rare one is rare everywhere.
 */
final class EntrySearch {

    /** Clocks of nodes may differ by this much without an entry being missed by its time. */
    private static final Duration CLOCKS_DIFFER = Duration.ofHours(2);

    private static final int NEAR = 2_000;

    // Of a word of a busy person, what a sheet has of both is known only once it was looked
    // through.
    private static final int FIRST_SHEETS = 2;
    private static final int MOST_SHEETS = 32;
    private static final double WITH_ROOM = 1.5;

    private static final String SPAN =
            """
            select coalesce((select max(position) from read.audit_entries), -1) as head,
                (select position from read.audit_entries where at < :from order by at desc limit 1) as before,
                (select position from read.audit_entries where at > :to order by at limit 1) as after
            """;
    private static final String NAMED =
            """
            select user_id from read.users
            where to_tsvector('simple', coalesce(full_name, '') || ' ' || coalesce(username, '') || ' '
                || coalesce(email, '')) @@ to_tsquery('simple', :words)
            limit 10
            """;

    private final Rows rows;

    EntrySearch(Rows rows) {
        this.rows = rows;
    }

    CompletableFuture<AuditPage> page(AuditEntries query) {
        AuditFilter filter = query.filter();
        CompletableFuture<List<AuditEntry>> found =
                filter.text() == null && filter.from() == null && filter.to() == null
                        ? within(query, Span.ALL)
                        : span(filter).thenCompose(span -> within(query, span));
        return found.thenApply(
                entries ->
                        new AuditPage(
                                Cursor.page(entries, query.limit()),
                                Cursor.next(entries, query.limit(), AuditEntry::position)));
    }

    private CompletableFuture<List<AuditEntry>> within(AuditEntries query, Span span) {
        Span rest = span.between(query.after(), Cursor.beforePosition(query.cursor()));
        String text = query.filter().text();
        if (text == null) {
            EntrySql sql = sql(query, rest);
            return list(sql, sql.sql(query.reader()));
        }
        String words = Words.query(text);
        return rows.list(NAMED, Map.of("words", words), row -> Rows.id(row, "user_id"))
                .thenCompose(named -> near(query, rest, words, named));
    }

    private CompletableFuture<List<AuditEntry>> near(
            AuditEntries query, Span span, String words, List<UUID> named) {
        EntrySql sql = sql(query, span);
        String near = sql.sqlNear(query.reader(), words, named, span.below() - NEAR);
        return enough(
                query, list(sql, near), () -> onSheets(query, span, words, named, FIRST_SHEETS));
    }

    /** As many more sheets as it seems to take; everywhere when these would be too many. */
    private CompletableFuture<List<AuditEntry>> onSheets(
            AuditEntries query, Span span, String words, List<UUID> named, int sheets) {
        EntrySql sql = sql(query, span);
        String found = sql.sqlOnSheets(query.reader(), words, named, span.below(), sheets);
        return list(sql, found)
                .thenCompose(
                        entries -> {
                            if (entries.size() > query.limit()
                                    || EntrySql.reachTheFirst(span.below(), sheets)) {
                                return CompletableFuture.completedFuture(entries);
                            }
                            int wider = wider(sheets, entries.size(), query.limit());
                            return wider > MOST_SHEETS
                                    ? everywhere(query, span, words, named)
                                    : onSheets(query, span, words, named, wider);
                        });
    }

    private static int wider(int sheets, int found, int limit) {
        double needed = WITH_ROOM * sheets * (limit + 1) / Math.max(found, 1e-3);
        return Math.max(sheets + 1, (int) Math.min(needed, Integer.MAX_VALUE));
    }

    private CompletableFuture<List<AuditEntry>> everywhere(
            AuditEntries query, Span span, String words, List<UUID> named) {
        EntrySql sql = sql(query, span);
        return list(sql, sql.sqlEverywhere(query.reader(), words, named));
    }

    private static CompletableFuture<List<AuditEntry>> enough(
            AuditEntries query,
            CompletableFuture<List<AuditEntry>> found,
            Supplier<CompletableFuture<List<AuditEntry>>> further) {
        return found.thenCompose(
                entries ->
                        entries.size() > query.limit()
                                ? CompletableFuture.completedFuture(entries)
                                : further.get());
    }

    private CompletableFuture<List<AuditEntry>> list(EntrySql sql, String text) {
        return rows.list(text, sql.parameters(), Entries::entry);
    }

    private static EntrySql sql(AuditEntries query, Span span) {
        return new EntrySql(query.filter(), span.above(), span.below(), query.limit() + 1);
    }

    private CompletableFuture<Span> span(AuditFilter filter) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("from", moment(filter.from(), Instant.EPOCH, CLOCKS_DIFFER.negated()));
        parameters.put("to", moment(filter.to(), Span.NEVER, CLOCKS_DIFFER));
        return rows.first(
                        SPAN,
                        parameters,
                        row -> {
                            Long before = row.get("before", Long.class);
                            Long after = row.get("after", Long.class);
                            long end = Rows.need(row, "head", Long.class) + 1;
                            return new Span(
                                    before == null ? -1 : before, after == null ? end : after);
                        })
                .thenApply(Objects::requireNonNull);
    }

    private static OffsetDateTime moment(
            @Nullable Instant given, Instant otherwise, Duration tolerance) {
        Instant moment = given == null ? otherwise : given;
        boolean far = moment.isBefore(Instant.EPOCH) || moment.isAfter(Span.NEVER);
        return (far ? otherwise : moment.plus(tolerance)).atOffset(ZoneOffset.UTC);
    }

    /** The positions between two others. */
    private record Span(long above, long below) {

        static final Span ALL = new Span(-1, Long.MAX_VALUE);
        static final Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");

        Span between(@Nullable Long after, long before) {
            return new Span(Math.max(above, after == null ? -1 : after), Math.min(below, before));
        }
    }
}
