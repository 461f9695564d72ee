package io.daybook.messages.assistant;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** One page of runs. */
public record RunPage(List<Run> items, @Nullable String nextCursor) {}
