package io.daybook.messages.assistant;

import io.daybook.messages.DataSubject;
import io.daybook.messages.PersonalData;

import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

import java.util.UUID;

/** The question could not be answered; the message is what the asker was told. */
@Revision("1")
public record QuestionFailed(
        UUID runId,
        @DataSubject UUID askerId,
        String reason,
        @PersonalData @Nullable String message,
        long durationMillis)
        implements RunEvent {}
