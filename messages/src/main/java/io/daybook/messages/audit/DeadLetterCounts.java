package io.daybook.messages.audit;

/**
 * Asks how many events are parked in each processing group, those of generations that are only kept
 * for a return left out; answered by {@link ParkedEvents}.
 */
public record DeadLetterCounts() {}
