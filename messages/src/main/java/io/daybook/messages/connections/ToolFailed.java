package io.daybook.messages.connections;

import io.daybook.messages.DataSubject;
import io.daybook.messages.PersonalData;

import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

import java.util.UUID;

/** The tool refused or failed; the reason is a stable code. */
@Revision("1")
public record ToolFailed(
        UUID callId,
        @DataSubject UUID userId,
        @PersonalData @Nullable String tool,
        String reason,
        @PersonalData @Nullable String message,
        long durationMillis)
        implements ToolCallEvent {}
