package io.daybook.messages.audit;

import java.util.List;

/** The searches that a person keeps. */
public record HistoryFilterList(List<KeptFilter> items) {}
