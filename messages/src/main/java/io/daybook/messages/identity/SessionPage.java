package io.daybook.messages.identity;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** One page of sessions. */
public record SessionPage(List<DeviceSession> items, @Nullable String nextCursor) {}
