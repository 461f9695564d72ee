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
import java.util.function.Supplier;

/**
 * Finds pages of the history in a time that does not grow with it. A span of time is turned into a
 * span of positions first.
 */
final class EntrySearch {

    /** Clocks of nodes may differ by this much without an entry being missed by its time. */
    private static final Duration CLOCKS_DIFFER = Duration.ofHours(2);

    // of the entries that the index of times knows, with its condition exactly as it is declared
    private static final String SPAN =
            """
            select coalesce((select max(position) from read.audit_entries), -1) as head,
                (select position from read.audit_entries where at < :from and (position & 127) = 0
                 order by at desc limit 1) as before,
                (select position from read.audit_entries where at > :to and (position & 127) = 0
                 order by at limit 1) as after
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
            EntrySql sql = span.sql(query);
            return rows.list(
                            sql.page(sql.inOrder(List.of())),
                            sql.parameters(),
                            Entries.toldTo(query.reader()))
                    .thenApply(found -> page(query, found, false));
        }
        Words words = Words.of(text);
        if (words.none()) {
            return CompletableFuture.completedFuture(page(query, List.of(), false));
        }
        return Meant.by(query, words, rows)
                .thenCompose(
                        meant ->
                                new WordSearch(rows, query, span, meant)
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
    record Span(long above, long below) {

        static final Span ALL = new Span(-1, Long.MAX_VALUE);
        static final Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");

        EntrySql sql(AuditEntries query) {
            EntrySql sql = new EntrySql(query, above, below);
            if (query.after() != null) {
                sql.restrict(Seen.of(query.after()).unseen());
            }
            return sql;
        }

        long length() {
            return below - above;
        }

        Span between(Seen seen, long before) {
            return new Span(Math.max(above, seen.complete()), Math.min(below, before));
        }
    }
}
