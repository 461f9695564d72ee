package io.daybook.messages.audit;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * One page of the history. Who follows asks after what it says to be following, in the first page
 * of an answer: entries that were still being written come then, whatever their position, and one
 * that was told already may come once more. More people than a search can look after may have its
 * words in their names: then it found what the first of them did, on each of its pages the same
 * people.
 */
public record AuditPage(
        List<AuditEntry> items,
        @Nullable String nextCursor,
        @Nullable String following,
        boolean morePeople) {

    /** The same, to be followed by what is not in it. */
    public AuditPage following(@Nullable String seen) {
        return new AuditPage(items, nextCursor, seen, morePeople);
    }
}
