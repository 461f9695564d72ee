package io.daybook.messages.audit;

/**
 * Asks for the checkpoints of fewer events than so many, newest first, and for the keys; answered
 * by a {@link LogCheckpointPage}.
 */
public record LogCheckpoints(long below, int limit) {}
