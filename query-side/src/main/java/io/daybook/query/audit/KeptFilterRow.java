package io.daybook.query.audit;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/** A row of history filters: one kept search. */
record KeptFilterRow(
        UUID filterId,
        UUID ownerId,
        @Nullable String name,
        @Nullable String filter,
        Instant savedAt) {

    KeptFilterRow renamed(@Nullable String newName) {
        return new KeptFilterRow(filterId, ownerId, newName, filter, savedAt);
    }
}
