package io.daybook.messages.audit;

import java.time.Instant;

/** A signed checkpoint as it lies with the log. */
public record LogCheckpoint(long events, long position, Instant takenAt, String note) {}
