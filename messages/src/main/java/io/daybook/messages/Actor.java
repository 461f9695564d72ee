package io.daybook.messages;

import org.jspecify.annotations.Nullable;

import java.util.UUID;

/**
 * Who causes a command: a person with a session, somebody unknown, or Daybook itself. It travels in
 * the metadata under the keys below; the address is personal and stored encrypted.
 */
public record Actor(
        @Nullable UUID userId,
        @Nullable UUID sessionId,
        boolean administrator,
        @Nullable String address) {

    public static final String USER = "actor";
    public static final String SESSION = "session";
    public static final String ADMINISTRATOR = "administrator";
    public static final String ADDRESS = "address";

    /** Daybook itself: a job, an automation, the first start. */
    public static final Actor SYSTEM = new Actor(null, null, true, null);

    /** Somebody who has not signed in. */
    public static Actor anonymous(String address) {
        return new Actor(null, null, false, address);
    }

    /** Whether this person is the one named. */
    public boolean is(UUID person) {
        return person.equals(userId);
    }
}
