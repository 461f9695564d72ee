package io.daybook.messages.audit;

import org.axonframework.serialization.Revision;

import java.util.UUID;

/** A person gave up a kept search. */
@Revision("1")
public record HistoryFilterDeleted(UUID filterId, UUID ownerId) implements HistoryFilterEvent {}
