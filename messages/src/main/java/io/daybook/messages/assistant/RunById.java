package io.daybook.messages.assistant;

import java.util.UUID;

/** Asks for one run as its reader may see it; answered by a {@link Run} or nothing. */
public record RunById(UUID runId, UUID readerId) {}
