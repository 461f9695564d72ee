package io.daybook.messages.assistant;

import java.time.Instant;

/**
 * Asks for runs that were asked before a moment and have not ended; answered by a {@link RunPage}.
 */
public record UnfinishedRuns(Instant askedBefore, int limit) {}
