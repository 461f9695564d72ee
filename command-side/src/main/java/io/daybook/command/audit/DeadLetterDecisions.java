package io.daybook.command.audit;

import io.daybook.messages.Actor;
import io.daybook.messages.audit.DeadLetterSkipped;
import io.daybook.messages.audit.DeadLettersRetried;
import io.daybook.messages.audit.RetryDeadLetters;
import io.daybook.messages.audit.SkipDeadLetter;

/** The rules of dead letters: a command becomes an event or a named refusal. */
final class DeadLetterDecisions {

    private static final int LONGEST_REASON = 500;

    private DeadLetterDecisions() {}

    static DeadLettersRetried decide(RetryDeadLetters command, Actor actor) {
        return new DeadLettersRetried(
                command.groupId(),
                command.group(),
                command.sequence(),
                Administrators.require(actor));
    }

    static DeadLetterSkipped decide(SkipDeadLetter command, Actor actor) {
        var administrator = Administrators.require(actor);
        String reason = command.reason().strip();
        if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
            throw new SkippingNeedsAReason();
        }
        return new DeadLetterSkipped(
                command.groupId(),
                command.group(),
                command.sequence(),
                command.eventId(),
                administrator,
                reason);
    }
}
