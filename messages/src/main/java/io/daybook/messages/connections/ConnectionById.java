package io.daybook.messages.connections;

import java.util.UUID;

/**
 * Asks for one connection as its reader may see it; answered by a {@link DatabaseConnection} or
 * nothing.
 */
public record ConnectionById(UUID connectionId, UUID readerId) {}
