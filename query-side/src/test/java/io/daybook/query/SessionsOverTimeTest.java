package io.daybook.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.daybook.messages.audit.SessionChange;
import io.daybook.messages.audit.SystemFigures;
import io.daybook.messages.audit.SystemOverview;
import io.daybook.messages.identity.SessionEnd;
import io.daybook.messages.identity.SessionEnded;
import io.daybook.messages.identity.SessionStarted;
import io.daybook.platform.Identifiers;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;

/** How many sessions began and ended hour by hour, be it that somebody ended them or nobody did. */
class SessionsOverTimeTest extends ProjectionTest {

    private final Instant hour = Instant.now().truncatedTo(ChronoUnit.HOURS);

    SessionsOverTimeTest(QueryNode node) {
        super(node);
    }

    @Test
    void countsWhatBeganWhatEndedAndWhatExpired() {
        UUID ended = started(9, Duration.ofDays(30));
        node.happenedAt(
                ago(8), Map.of(), ended, new SessionEnded(ended, ada, SessionEnd.LOGGED_OUT));
        started(9, Duration.ofHours(2));
        started(20, Duration.ofHours(14));
        UUID late = started(6, Duration.ofHours(1));
        node.happenedAt(ago(3), Map.of(), late, new SessionEnded(late, ada, SessionEnd.EXPIRED));

        SystemFigures figures = node.ask(new SystemOverview(ago(10)), SystemFigures.class);

        assertThat(figures.sessionChanges())
                .filteredOn(one -> one.hour().isBefore(ago(2)))
                .extracting(SessionChange::hour, SessionChange::change)
                .containsExactlyInAnyOrder(
                        tuple(ago(9), 2L),
                        tuple(ago(8), -1L),
                        tuple(ago(7), -1L),
                        // one began, another expired
                        tuple(ago(6), 0L),
                        tuple(ago(5), -1L));
    }

    private UUID started(int hoursAgo, Duration lasting) {
        UUID session = Identifiers.next();
        node.happenedAt(
                ago(hoursAgo),
                Map.of(),
                session,
                new SessionStarted(
                        session, ada, null, null, null, null, ago(hoursAgo).plus(lasting)));
        return session;
    }

    private Instant ago(int hours) {
        return hour.minus(hours, ChronoUnit.HOURS);
    }
}
