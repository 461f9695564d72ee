package io.daybook.messages.audit;

import java.util.UUID;

/** Asks for the searches that a person keeps, by name; answered by a {@link HistoryFilterList}. */
public record HistoryFiltersOfUser(UUID userId) {}
