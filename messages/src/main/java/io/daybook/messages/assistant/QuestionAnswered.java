package io.daybook.messages.assistant;

import io.daybook.messages.DataSubject;
import io.daybook.messages.PersonalData;

import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

import java.util.UUID;

/** The question was answered; the rows are not part of it. */
@Revision("1")
public record QuestionAnswered(
        UUID runId,
        @DataSubject UUID askerId,
        @PersonalData @Nullable String statement,
        @PersonalData @Nullable String answer,
        @PersonalData @Nullable String chart,
        long rows,
        long durationMillis)
        implements RunEvent {}
