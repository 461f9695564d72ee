package io.daybook.messages.audit;

import io.daybook.messages.DataSubject;
import io.daybook.messages.PersonalData;

import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

import java.util.UUID;

/** A kept search got another name. */
@Revision("1")
public record HistoryFilterRenamed(
        UUID filterId, @DataSubject UUID ownerId, @PersonalData @Nullable String name)
        implements HistoryFilterEvent {}
