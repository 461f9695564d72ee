package io.daybook.command.audit;

import io.daybook.messages.Actor;

import java.util.UUID;

/** The rule that only an administrator looks after projections and dead letters. */
final class Administrators {

    private Administrators() {}

    /** The administrator who acts, or a refusal. */
    static UUID require(Actor actor) {
        UUID administrator = actor.userId();
        if (administrator == null || !actor.administrator()) {
            throw new NotAnAdministrator();
        }
        return administrator;
    }
}
