package io.daybook.command.audit;

import io.daybook.messages.Actor;
import io.daybook.messages.audit.ChangeDetailRetention;
import io.daybook.messages.audit.DetailRetention;
import io.daybook.messages.audit.DetailRetentionChanged;
import io.daybook.messages.audit.RetentionEvent;
import io.daybook.messages.audit.RetireDetails;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * The rules of keeping details: administrators say how long, at least a week, and only Daybook
 * retires them, whole days at a time.
 */
final class RetentionDecisions {

    private RetentionDecisions() {}

    /** Nothing was said yet, or that details are kept for so many days, or for ever (none). */
    static List<RetentionEvent> decide(
            ChangeDetailRetention command, boolean said, @Nullable Integer before, Actor actor) {
        UUID administrator = Administrators.require(actor);
        Integer days = command.days();
        if (!command.retentionId().equals(DetailRetention.ID)
                || (days != null
                        && (days < DetailRetention.LEAST_DAYS
                                || days > DetailRetention.MOST_DAYS))) {
            throw new RetentionOutOfBounds();
        }
        return said && Objects.equals(days, before)
                ? List.of()
                : List.of(new DetailRetentionChanged(command.retentionId(), days, administrator));
    }

    static void allow(RetireDetails command, Actor actor, Instant now) {
        if (!actor.equals(Actor.SYSTEM)) {
            throw new NotAnAdministrator();
        }
        Instant before = command.before();
        if (!before.equals(before.truncatedTo(ChronoUnit.DAYS))
                || before.isAfter(now.minus(Duration.ofDays(DetailRetention.LEAST_DAYS)))) {
            throw new RetentionOutOfBounds();
        }
    }
}
