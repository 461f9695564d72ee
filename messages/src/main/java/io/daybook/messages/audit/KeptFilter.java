package io.daybook.messages.audit;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/** A search of the history that a person keeps. */
public record KeptFilter(
        UUID filterId, @Nullable String name, @Nullable String filter, Instant savedAt) {}
