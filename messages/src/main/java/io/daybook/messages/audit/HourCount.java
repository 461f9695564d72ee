package io.daybook.messages.audit;

import java.time.Instant;

/** How often something happened in the hour that begins then. */
public record HourCount(Instant hour, Measure measure, long count) {}
