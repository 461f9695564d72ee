package io.daybook.messages.audit;

import java.util.UUID;

/**
 * Asks for the head of one parked sequence of a processing group; answered by a {@link DeadLetter}
 * or nothing.
 */
public record DeadLetterOf(String group, UUID sequence) {}
