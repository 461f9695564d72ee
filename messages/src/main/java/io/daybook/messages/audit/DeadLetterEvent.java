package io.daybook.messages.audit;

import java.util.UUID;

/** What happens to the events that a processing group has parked. */
public sealed interface DeadLetterEvent extends AuditEvent
        permits DeadLettersRetried, DeadLetterSkipped {

    /** The aggregate that it happened to. */
    UUID groupId();
}
