package io.daybook.messages.audit;

import java.util.List;

/** Every automation that keeps how far it has read. */
public record AutomationList(List<AutomationStatus> items) {}
