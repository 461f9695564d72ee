package io.daybook.messages.connections;

import java.util.UUID;

/** Asks for the connections of a user; answered by a {@link ConnectionList}. */
public record ConnectionsOfUser(UUID userId) {}
