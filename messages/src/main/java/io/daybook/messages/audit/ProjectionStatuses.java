package io.daybook.messages.audit;

/** Asks how every projection stands; answered by a {@link ProjectionList}. */
public record ProjectionStatuses() {}
