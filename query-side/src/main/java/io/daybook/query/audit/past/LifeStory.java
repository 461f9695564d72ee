package io.daybook.query.audit.past;

import io.daybook.messages.audit.LogMoment;
import io.daybook.messages.audit.PastEvent;
import io.daybook.messages.audit.ThingHistory;
import io.daybook.messages.audit.ThingState;
import io.daybook.query.audit.Telling;

import org.axonframework.eventhandling.TrackedEventMessage;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Tells the life of a thing around a moment. */
final class LifeStory<R extends Record> {

    /** How many events are told on each side of the moment. */
    private static final int AROUND = 100;

    /** How many events between two moments are told. */
    private static final int BETWEEN = 200;

    private final Life<R> life;
    private final UUID owner;
    private final Reading reading;
    private final Telling telling;
    private final LogMoment now;

    LifeStory(Life<R> life, UUID owner, Reading reading, Telling telling, LogMoment now) {
        this.life = life;
        this.owner = owner;
        this.reading = reading;
        this.telling = telling;
        this.now = now;
    }

    ThingHistory tell(LogMoment at, @Nullable LogMoment against) {
        int total = life.steps().size();
        int count = life.countAt(at.position());
        int first = Math.max(0, count - AROUND);
        return new ThingHistory(
                life.kind().name(),
                life.id(),
                owner,
                telling.namesOf(Set.of(owner)).get(owner),
                now,
                state(at),
                events(first, Math.min(total, count + AROUND)),
                first,
                total,
                moment(life.steps().getFirst()),
                moment(life.steps().getLast()),
                count < 2 ? null : life.steps().get(count - 2).position(),
                count == total ? null : life.steps().get(count).position(),
                against == null ? null : comparison(at, against));
    }

    private ThingHistory.Comparison comparison(LogMoment one, LogMoment other) {
        LogMoment earlier = one.position() <= other.position() ? one : other;
        LogMoment later = one.position() <= other.position() ? other : one;
        int from = life.countAt(earlier.position());
        int to = life.countAt(later.position());
        return new ThingHistory.Comparison(
                state(earlier),
                state(later),
                events(from, Math.min(to, from + BETWEEN)),
                to - from);
    }

    private ThingState state(LogMoment at) {
        Optional<Life.Step<R>> deletion = life.deletion(at.position());
        return new ThingState(
                at,
                shown(life, reading, at.position()),
                deletion.map(LifeStory::moment).orElse(null),
                lastEvent(at),
                life.leftOut(at.position()));
    }

    private @Nullable PastEvent lastEvent(LogMoment at) {
        int count = life.countAt(at.position());
        return count == 0 ? null : events(count - 1, count).getFirst();
    }

    private List<PastEvent> events(int from, int to) {
        List<TrackedEventMessage<?>> some = new ArrayList<>();
        life.steps().subList(from, to).forEach(step -> some.add(step.event()));
        return telling.tell(some);
    }

    /** What a reader saw of a thing at a position; of one that is gone, what was seen last. */
    static <R extends Record> @Nullable Record shown(Life<R> life, Reading reading, long position) {
        R row = life.rowAt(position);
        if (row != null) {
            return life.kind().look().of(row, reading.at(position));
        }
        return life.lastSeen(position)
                .map(
                        step ->
                                life.kind()
                                        .look()
                                        .of(
                                                Objects.requireNonNull(step.row()),
                                                reading.at(step.position())))
                .orElse(null);
    }

    static <R extends Record> LogMoment moment(Life.Step<R> step) {
        return new LogMoment(step.position(), step.event().getTimestamp());
    }
}
