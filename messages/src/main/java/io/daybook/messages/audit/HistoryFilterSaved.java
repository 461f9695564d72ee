package io.daybook.messages.audit;

import io.daybook.messages.DataSubject;
import io.daybook.messages.PersonalData;

import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

import java.util.UUID;

/** A person kept a search of the history; the filter is what stands in the page's address. */
@Revision("1")
public record HistoryFilterSaved(
        UUID filterId,
        @DataSubject UUID ownerId,
        @PersonalData @Nullable String name,
        @PersonalData @Nullable String filter)
        implements HistoryFilterEvent {}
