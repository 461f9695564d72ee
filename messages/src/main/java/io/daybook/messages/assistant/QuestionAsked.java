package io.daybook.messages.assistant;

import io.daybook.messages.DataSubject;
import io.daybook.messages.PersonalData;

import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

import java.util.UUID;

/** A person asked a question, or ran a statement as written. */
@Revision("1")
public record QuestionAsked(
        UUID runId,
        @DataSubject UUID askerId,
        UUID connectionId,
        @Nullable UUID projectId,
        @PersonalData @Nullable String question,
        String model)
        implements RunEvent {}
