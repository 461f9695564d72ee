package io.daybook.messages.identity;

/** Asks for the newest erasures; answered by an {@link ErasureList}. */
public record Erasures(int limit) {}
