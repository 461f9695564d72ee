package io.daybook.query.audit.past;

import io.daybook.messages.audit.LogMoment;
import io.daybook.messages.audit.PastThings;
import io.daybook.messages.audit.ThingsAsOf;
import io.daybook.platform.log.LogHistory;
import io.daybook.platform.log.LogHistory.Beginning;
import io.daybook.query.audit.Telling;
import io.daybook.query.platform.Cursor;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The things of a kind that there were at a moment. It walks back over where things begin and folds
 * each one's own events, so that a page costs what is on it, however long the log is.
 */
final class PastList<R extends Record> {

    /** How many things are read together. */
    private static final int CHUNK = 50;

    /** After this long a page ends where it is. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Kind<R> kind;
    private final Kinds kinds;
    private final LogHistory log;
    private final Telling telling;

    PastList(Kind<R> kind, Kinds kinds, LogHistory log, Telling telling) {
        this.kind = kind;
        this.kinds = kinds;
        this.log = log;
        this.telling = telling;
    }

    PastThings page(ThingsAsOf query, LogMoment at, LogMoment now) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        long before = Math.min(Cursor.beforePosition(query.cursor()), at.position() + 1);
        List<PastThings.Item> items = new ArrayList<>();
        List<Beginning> chunk;
        do {
            chunk = log.beginnings(kind.beginning(), before, CHUNK);
            Reading reading = new Reading(kinds, log, at.position());
            Map<UUID, Life<R>> lives =
                    reading.lives(kind, chunk.stream().map(Beginning::aggregate).toList());
            Set<UUID> leaving = Leaving.among(owners(lives.values()), log, now.position());
            for (Beginning beginning : chunk) {
                if (items.size() == query.limit()) {
                    return named(at, now, items, Long.toString(before));
                }
                item(Objects.requireNonNull(lives.get(beginning.aggregate())), reading, query, at)
                        .filter(item -> !leaving.contains(item.ownerId()))
                        .ifPresent(items::add);
                before = beginning.position();
            }
        } while (chunk.size() == CHUNK && System.nanoTime() < deadline);
        return named(at, now, items, chunk.size() == CHUNK ? Long.toString(before) : null);
    }

    private Set<UUID> owners(Collection<Life<R>> lives) {
        return lives.stream().flatMap(life -> life.owner().stream()).collect(Collectors.toSet());
    }

    private Optional<PastThings.Item> item(
            Life<R> life, Reading reading, ThingsAsOf query, LogMoment at) {
        Optional<Life.Step<R>> last = life.lastSeen(at.position());
        if (last.isEmpty()) {
            return Optional.empty();
        }
        R row = Objects.requireNonNull(last.get().row());
        Optional<Life.Step<R>> deletion = life.deletion(at.position());
        if (!query.ended() && (deletion.isPresent() || kind.over().test(row, at.at()))) {
            return Optional.empty();
        }
        return Optional.of(
                new PastThings.Item(
                        life.id(),
                        kind.owner().apply(row),
                        null,
                        Objects.requireNonNull(LifeStory.shown(life, reading, at.position())),
                        deletion.map(LifeStory::moment).orElse(null),
                        life.steps().getLast().position(),
                        !life.leftOut(at.position()).isEmpty()));
    }

    private PastThings named(
            LogMoment at, LogMoment now, List<PastThings.Item> items, @Nullable String next) {
        Map<UUID, String> names =
                telling.namesOf(
                        items.stream().map(PastThings.Item::ownerId).collect(Collectors.toSet()));
        return new PastThings(
                at,
                now,
                items.stream()
                        .map(
                                item ->
                                        new PastThings.Item(
                                                item.id(),
                                                item.ownerId(),
                                                names.get(item.ownerId()),
                                                item.state(),
                                                item.deleted(),
                                                item.changedAt(),
                                                item.incomplete()))
                        .toList(),
                next);
    }
}
