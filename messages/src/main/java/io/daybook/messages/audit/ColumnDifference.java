package io.daybook.messages.audit;

import org.jspecify.annotations.Nullable;

/** A column of which two generations hold different values, each up to 300 characters of it. */
public record ColumnDifference(String column, @Nullable String live, @Nullable String rebuilt) {}
