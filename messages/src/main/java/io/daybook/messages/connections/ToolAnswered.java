package io.daybook.messages.connections;

import org.axonframework.serialization.Revision;

import java.util.UUID;

/** The tool answered. */
@Revision("1")
public record ToolAnswered(
        UUID callId, UUID userId, String tool, long rows, long bytes, long durationMillis)
        implements ToolCallEvent {}
