package io.daybook.messages.assistant;

import org.axonframework.serialization.Revision;

import java.util.UUID;

/** Its asker stopped it. */
@Revision("1")
public record QuestionCancelled(UUID runId, UUID askerId, long durationMillis)
        implements RunEvent {}
