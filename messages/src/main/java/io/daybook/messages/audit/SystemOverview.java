package io.daybook.messages.audit;

import java.time.Instant;

/**
 * Asks what happened on the whole installation since a moment; answered by {@link SystemFigures}.
 */
public record SystemOverview(Instant since) {}
