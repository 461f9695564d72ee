package io.daybook.messages.audit;

import java.time.Instant;

/** A moment of the log: everything up to a position had happened; 0 is before the first event. */
public record LogMoment(long position, Instant at) {}
