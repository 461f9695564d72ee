package io.daybook.messages.audit;

/** Asks how many events are parked in each processing group; answered by {@link ParkedEvents}. */
public record DeadLetterCounts() {}
