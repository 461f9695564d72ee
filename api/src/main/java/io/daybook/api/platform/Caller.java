package io.daybook.api.platform;

import io.daybook.messages.Actor;
import io.daybook.messages.identity.Role;

import java.util.UUID;

/**
 * The person behind a request, proven by an access token: the principal of the security context.
 */
public record Caller(UUID userId, UUID sessionId, Role role, String address) {

    /** The same person as the command side sees them. */
    public Actor actor() {
        return new Actor(userId, sessionId, role == Role.ADMIN, address);
    }
}
