package io.daybook.query.audit.past;

import io.daybook.messages.Refusal;
import io.daybook.messages.audit.HistoryOfThing;
import io.daybook.messages.audit.LogMoment;
import io.daybook.messages.audit.PastThings;
import io.daybook.messages.audit.ThingHistory;
import io.daybook.messages.audit.ThingsAsOf;
import io.daybook.platform.log.LogHistory;
import io.daybook.query.audit.Telling;

import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Answers how things were. */
public final class PastQueries {

    /** How many look into the past at once on a node: writing shares the connections. */
    private static final int AT_ONCE = 3;

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Semaphore places = new Semaphore(AT_ONCE);
    private final Kinds kinds;
    private final LogHistory log;
    private final Moments moments;
    private final Telling telling;

    public PastQueries(Kinds kinds, LogHistory log, Telling telling, Clock clock) {
        this.kinds = kinds;
        this.log = log;
        this.moments = new Moments(log, clock);
        this.telling = telling;
    }

    @QueryHandler
    ThingHistory answer(HistoryOfThing query) {
        return inTurn(() -> history(kinds.named(query.kind()), query));
    }

    @QueryHandler
    PastThings answer(ThingsAsOf query) {
        return inTurn(() -> list(kinds.named(query.kind()), query));
    }

    private <R extends Record> ThingHistory history(Kind<R> kind, HistoryOfThing query) {
        LogMoment now = moments.now();
        Reading reading = new Reading(kinds, log, now.position());
        Life<R> life = reading.life(kind, query.id());
        UUID owner =
                life.owner()
                        .filter(found -> query.reader() == null || found.equals(query.reader()))
                        .orElseThrow(() -> nothingOf(life, query.reader()));
        if (Leaving.among(Set.of(owner), log, now.position()).contains(owner)) {
            throw new Refusal(
                    Refusal.Kind.NOT_FOUND,
                    "being-erased",
                    "Whom this belonged to is being erased. Nothing of it can be seen until that is"
                            + " done.");
        }
        return new LifeStory<>(life, owner, reading, telling, now)
                .tell(
                        moments.of(query.at(), now),
                        query.against() == null ? null : moments.of(query.against(), now));
    }

    private <R extends Record> PastThings list(Kind<R> kind, ThingsAsOf query) {
        LogMoment now = moments.now();
        return new PastList<>(kind, kinds, log, telling)
                .page(query, moments.of(query.at(), now), now);
    }

    private <T> T inTurn(Supplier<T> look) {
        try {
            if (!places.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw busy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw busy();
        }
        try {
            return look.get();
        } finally {
            places.release();
        }
    }

    private static Refusal busy() {
        return new Refusal(
                Refusal.Kind.BUSY,
                "history-busy",
                "Many are looking into the past right now. Try again in a moment.");
    }

    private static Refusal nothingOf(Life<?> life, @Nullable UUID reader) {
        List<Long> leftOut = life.leftOut(Long.MAX_VALUE);
        if (reader == null && !leftOut.isEmpty()) {
            return new Refusal(
                    Refusal.Kind.NOT_FOUND,
                    "beginning-unreadable",
                    "The event at position %d, with which this begins, could not be taken in."
                            .formatted(leftOut.getFirst()));
        }
        return new Refusal(
                Refusal.Kind.NOT_FOUND,
                "thing-not-found",
                "There is no such thing in the history.");
    }
}
