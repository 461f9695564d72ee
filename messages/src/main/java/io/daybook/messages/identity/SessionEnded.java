package io.daybook.messages.identity;

import org.axonframework.serialization.Revision;

import java.util.UUID;

/** The session ended; its tokens are refused from now on. */
@Revision("1")
public record SessionEnded(UUID sessionId, UUID userId, SessionEnd reason)
        implements SessionEvent {}
