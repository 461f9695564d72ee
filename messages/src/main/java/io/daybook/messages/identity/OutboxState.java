package io.daybook.messages.identity;

/** Asks how the sending of mails fares; answered by an {@link OutboxStanding}. */
public record OutboxState() {}
