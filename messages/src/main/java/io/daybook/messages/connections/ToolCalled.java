package io.daybook.messages.connections;

import io.daybook.messages.DataSubject;
import io.daybook.messages.PersonalData;

import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

import java.util.UUID;

/** A person, or an agent on their behalf, called a tool. */
@Revision("1")
public record ToolCalled(
        UUID callId,
        @DataSubject UUID userId,
        UUID connectionId,
        @Nullable UUID runId,
        @PersonalData @Nullable String tool,
        @PersonalData @Nullable String arguments)
        implements ToolCallEvent {}
