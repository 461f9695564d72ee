package io.daybook.messages.connections;

import io.daybook.messages.DataSubject;
import io.daybook.messages.PersonalData;

import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

import java.util.UUID;

/** The tool answered. */
@Revision("1")
public record ToolAnswered(
        UUID callId,
        @DataSubject UUID userId,
        @PersonalData @Nullable String tool,
        long rows,
        long bytes,
        long durationMillis)
        implements ToolCallEvent {}
