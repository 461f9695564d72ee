package io.daybook.messages.audit;

import java.time.Instant;

/**
 * By how many the sessions that are alive became more, or fewer, in the hour that begins then:
 * those that started less those that were ended or expired.
 */
public record SessionChange(Instant hour, long change) {}
