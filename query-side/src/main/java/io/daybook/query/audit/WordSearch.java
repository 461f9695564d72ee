package io.daybook.query.audit;

import io.daybook.messages.audit.AuditEntries;
import io.daybook.messages.audit.AuditEntry;
import io.daybook.query.platform.Rows;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * Looks for the words of one search in wider and wider circles: frequent ones are found among the
 * newest entries, and what is rare is rare everywhere.
 */
final class WordSearch {

    private static final int NEAR = 10_000;
    private static final int FIRST_SHEETS = 2;
    private static final int MOST_SHEETS = 32;
    private static final double WITH_ROOM = 1.5;

    /** What the sample lets expect is known less well than what a circle found. */
    private static final double WITH_MUCH_ROOM = 3;

    private final Rows rows;
    private final AuditEntries query;
    private final EntrySearch.Span span;
    private final Meant meant;

    WordSearch(Rows rows, AuditEntries query, EntrySearch.Span span, Meant meant) {
        this.rows = rows;
        this.query = query;
        this.span = span;
        this.meant = meant;
    }

    CompletableFuture<List<AuditEntry>> found() {
        if (meant.words().wanted().isEmpty()) {
            return list(WordSql::without);
        }
        if (span.length() <= NEAR) {
            return near();
        }
        EntrySql sql = span.sql(query);
        WordSql words = words(sql);
        return rows.first(words.sample(), sql.parameters(), words::sampled)
                .thenApply(Objects::requireNonNull)
                .thenCompose(this::found);
    }

    private CompletableFuture<List<AuditEntry>> found(Sample sample) {
        if (!sample.expects(WITH_ROOM * (query.limit() + 1), NEAR)) {
            return onSheets(first(sample), sample);
        }
        return near().thenCompose(
                        entries ->
                                full(entries)
                                        ? CompletableFuture.completedFuture(entries)
                                        : onSheets(first(sample), sample));
    }

    private CompletableFuture<List<AuditEntry>> near() {
        return list(sql -> sql.near(span.below() - NEAR));
    }

    private int first(Sample sample) {
        double entries = sample.among(query.limit() + 1);
        return Math.max(FIRST_SHEETS, WordSql.sheets(WITH_MUCH_ROOM * entries));
    }

    /** As many more sheets as it seems to take; everywhere when these would be too many. */
    private CompletableFuture<List<AuditEntry>> onSheets(int sheets, Sample sample) {
        if (sheets > MOST_SHEETS) {
            return list(sql -> sql.everywhere(sample));
        }
        return list(sql -> sql.onSheets(span.below(), sheets, sample))
                .thenCompose(
                        entries ->
                                full(entries) || WordSql.reachTheFirst(span.below(), sheets)
                                        ? CompletableFuture.completedFuture(entries)
                                        : onSheets(wider(sheets, entries.size()), sample));
    }

    private int wider(int sheets, int found) {
        double needed = WITH_ROOM * sheets * (query.limit() + 1) / Math.max(found, 1e-3);
        return Math.max(sheets + 1, (int) Math.min(needed, Integer.MAX_VALUE));
    }

    private boolean full(List<AuditEntry> entries) {
        return entries.size() > query.limit();
    }

    private CompletableFuture<List<AuditEntry>> list(Function<WordSql, String> statement) {
        EntrySql sql = span.sql(query);
        return rows.list(
                statement.apply(words(sql)), sql.parameters(), Entries.toldTo(query.reader()));
    }

    private WordSql words(EntrySql sql) {
        return new WordSql(sql, query.filter(), query.reader(), meant);
    }
}
