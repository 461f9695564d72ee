package io.daybook.api.platform;

import io.daybook.messages.identity.Role;

import java.util.Locale;

/** What an endpoint asks of its caller; the one table that says which role has it. */
public enum Permission {
    /** Anybody, signed in or not. */
    PUBLIC(Role.GUEST),
    /** See and change one's own profile and sessions. */
    ACCOUNT_OWN(Role.GUEST),
    /** Connect databases and call tools on them. */
    CONNECTIONS_USE(Role.USER),
    /** Ask questions. */
    RUNS_USE(Role.USER),
    /** Read what is shared in projects. */
    PROJECTS_READ(Role.GUEST),
    /** Create and change own projects. */
    PROJECTS_WRITE(Role.USER),
    /** Read one's own activity. */
    ACTIVITY_READ(Role.GUEST),
    /** Read the history of everybody. */
    AUDIT_READ(Role.ADMIN),
    /** See how Daybook is used and how it fares. */
    OVERVIEW_READ(Role.ADMIN),
    /** Take checkpoints of the log and change the key that signs them. */
    LOG_SIGN(Role.ADMIN),
    /** Say how long details are kept in the log. */
    LOG_RETIRE(Role.ADMIN),
    /** See projections and rebuild them. */
    PROJECTIONS_MANAGE(Role.ADMIN),
    /** Read the mails that Daybook sent or kept. */
    OUTBOX_READ(Role.ADMIN),
    /** See and end the sessions of others. */
    SESSIONS_MANAGE(Role.ADMIN),
    /** See who has an account, and erase people. */
    USERS_MANAGE(Role.ADMIN);

    private final Role least;

    Permission(Role least) {
        this.least = least;
    }

    /** Whether a role has this permission: each role may do all that the roles below it may. */
    public boolean granted(Role role) {
        return role.compareTo(least) <= 0;
    }

    /** The name that clients see, for example {@code audit:read}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', ':');
    }
}
