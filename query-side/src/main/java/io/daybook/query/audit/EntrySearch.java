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
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
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

    private final Rows rows;
    private final Supplier<Seen> reached;

    /** Asks how far the entries have been read into the rows. */
    EntrySearch(Rows rows, Supplier<Seen> reached) {
        this.rows = rows;
        this.reached = reached;
    }

    CompletableFuture<AuditPage> page(AuditEntries query) {
        // asked before the entries: what comes between the two is told twice rather than never
        String following = query.cursor() == null ? reached.get().text() : null;
        AuditFilter filter = query.filter();
        CompletableFuture<Span> span =
                filter.text() == null && filter.from() == null && filter.to() == null
                        ? CompletableFuture.completedFuture(Span.ALL)
                        : span(filter);
        Seen seen = query.after() == null ? Seen.NOTHING : Seen.of(query.after());
        long before = Cursor.beforePosition(query.cursor());
        return span.thenCompose(whole -> within(query, whole.between(seen, before)))
                .thenApply(page -> page.following(following));
    }

    private CompletableFuture<AuditPage> within(AuditEntries query, Span span) {
        String text = query.filter().text();
        if (text == null) {
            EntrySql sql = sql(query, span);
            return list(query, sql, sql.page(sql.inOrder()))
                    .thenApply(found -> page(query, found, false));
        }
        Words words = Words.of(text);
        if (words.none()) {
            return CompletableFuture.completedFuture(page(query, List.of(), false));
        }
        return Meant.by(query, words, rows)
                .thenCompose(
                        meant ->
                                new Circles(query, span, meant)
                                        .found()
                                        .thenApply(found -> page(query, found, meant.more())));
    }

    private static AuditPage page(AuditEntries query, List<AuditEntry> found, boolean morePeople) {
        return new AuditPage(
                Cursor.page(found, query.limit()),
                Cursor.next(found, query.limit(), AuditEntry::position),
                null,
                morePeople);
    }

    private CompletableFuture<List<AuditEntry>> list(
            AuditEntries query, EntrySql sql, String text) {
        return rows.list(text, sql.parameters(), Entries.toldTo(query.reader()));
    }

    private static EntrySql sql(AuditEntries query, Span span) {
        EntrySql sql = new EntrySql(query, span.above(), span.below());
        if (query.after() != null) {
            sql.restrict(Seen.of(query.after()).unseen());
        }
        return sql;
    }

    /** The circles in which the words of one search are looked for. */
    private final class Circles {

        private final AuditEntries query;
        private final Span span;
        private final Meant meant;

        Circles(AuditEntries query, Span span, Meant meant) {
            this.query = query;
            this.span = span;
            this.meant = meant;
        }

        CompletableFuture<List<AuditEntry>> found() {
            if (meant.words().wanted().isEmpty()) {
                return list(WordSql::without);
            }
            return list(sql -> sql.near(span.below() - NEAR))
                    .thenCompose(
                            entries ->
                                    full(entries)
                                            ? CompletableFuture.completedFuture(entries)
                                            : onSheets(FIRST_SHEETS));
        }

        /** As many more sheets as it seems to take; everywhere when these would be too many. */
        private CompletableFuture<List<AuditEntry>> onSheets(int sheets) {
            return list(sql -> sql.onSheets(span.below(), sheets))
                    .thenCompose(
                            entries -> {
                                if (full(entries) || WordSql.reachTheFirst(span.below(), sheets)) {
                                    return CompletableFuture.completedFuture(entries);
                                }
                                int wider = wider(sheets, entries.size());
                                return wider > MOST_SHEETS
                                        ? list(WordSql::everywhere)
                                        : onSheets(wider);
                            });
        }

        private int wider(int sheets, int found) {
            double needed = WITH_ROOM * sheets * (query.limit() + 1) / Math.max(found, 1e-3);
            return Math.max(sheets + 1, (int) Math.min(needed, Integer.MAX_VALUE));
        }

        private boolean full(List<AuditEntry> entries) {
            return entries.size() > query.limit();
        }

        private CompletableFuture<List<AuditEntry>> list(Function<WordSql, String> statement) {
            EntrySql sql = sql(query, span);
            return EntrySearch.this.list(
                    query, sql, statement.apply(new WordSql(sql, query.filter(), meant)));
        }
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

        Span between(Seen seen, long before) {
            return new Span(Math.max(above, seen.complete()), Math.min(below, before));
        }
    }
}
