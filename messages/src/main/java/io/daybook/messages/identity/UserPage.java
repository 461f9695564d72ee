package io.daybook.messages.identity;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** One page of people. */
public record UserPage(List<UserProfile> items, @Nullable String nextCursor) {}
