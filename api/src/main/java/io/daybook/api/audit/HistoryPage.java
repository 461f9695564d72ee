package io.daybook.api.audit;

import io.daybook.messages.audit.AuditEntry;
import io.daybook.messages.audit.AuditPage;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * One page of the history, and where the next one begins ({@code ?cursor=}); no cursor: this is the
 * last. What comes later is asked for with {@code ?after=} and what the first page says in {@code
 * following}: also an entry that was still being written, and stands before others that were told.
 * One that was told may come again; the position tells. Where more than 50 people have words of the
 * search in their names, only what the first of them did is found by name, and {@code morePeople}
 * says so.
 */
public record HistoryPage(
        List<AuditEntry> items,
        @Nullable String nextCursor,
        @Nullable String following,
        boolean morePeople) {

    static HistoryPage of(AuditPage page) {
        return new HistoryPage(
                page.items(), page.nextCursor(), page.following(), page.morePeople());
    }
}
