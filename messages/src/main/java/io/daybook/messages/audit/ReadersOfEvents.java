package io.daybook.messages.audit;

/** Asks which read models take up which events; answered by {@link EventReaders}. */
public record ReadersOfEvents() {}
