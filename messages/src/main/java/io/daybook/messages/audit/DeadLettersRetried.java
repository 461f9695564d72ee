package io.daybook.messages.audit;

import org.axonframework.serialization.Revision;

import java.util.UUID;

/** An administrator let a processing group try the parked events of one thing again. */
@Revision("1")
public record DeadLettersRetried(UUID groupId, String group, UUID sequence, UUID orderedBy)
        implements DeadLetterEvent {}
