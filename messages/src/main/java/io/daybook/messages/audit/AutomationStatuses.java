package io.daybook.messages.audit;

/** Asks how every automation stands; answered by an {@link AutomationList}. */
public record AutomationStatuses() {}
