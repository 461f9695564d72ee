package io.daybook.messages.audit;

import io.daybook.messages.DataSubject;
import io.daybook.messages.PersonalData;

import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

import java.util.UUID;

/**
 * An administrator let a processing group pass over a parked event, for a reason; those behind it
 * were tried again.
 */
@Revision("1")
public record DeadLetterSkipped(
        UUID groupId,
        String group,
        UUID sequence,
        UUID eventId,
        @DataSubject UUID orderedBy,
        @PersonalData @Nullable String reason)
        implements DeadLetterEvent {}
