package io.daybook.api.assistant.analyst;

import io.daybook.api.assistant.catalog.Entity;

import org.jspecify.annotations.Nullable;

/**
 * A figure that a question wants: how to aggregate (absent: as is usual), and of what: words of the
 * question, a concept, or the rows of a table.
 */
record Want(
        @Nullable Aggregate aggregate,
        @Nullable Mention target,
        @Nullable Concept concept,
        @Nullable Entity counted,
        boolean distinct) {

    static Want of(@Nullable Aggregate aggregate, Mention target, boolean distinct) {
        return new Want(aggregate, target, null, null, distinct);
    }

    static Want of(Concept concept) {
        return new Want(null, null, concept, null, false);
    }

    static Want countOf(Entity entity) {
        return new Want(Aggregate.COUNT, null, null, entity, false);
    }
}
