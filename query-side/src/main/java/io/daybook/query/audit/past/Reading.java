package io.daybook.query.audit.past;

import io.daybook.messages.Refusal;
import io.daybook.platform.log.LogHistory;
import io.daybook.platform.log.LogToken;
import io.daybook.query.platform.Recollection;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One look into the past: reads the lives of things up to a position, each once. */
final class Reading {

    private final Kinds kinds;
    private final LogHistory log;
    private final long upTo;
    private final Map<String, Map<UUID, Life<?>>> known = new HashMap<>();

    Reading(Kinds kinds, LogHistory log, long upTo) {
        this.kinds = kinds;
        this.log = log;
        this.upTo = upTo;
    }

    /** The life of a thing; without events when there is none. */
    <R extends Record> Life<R> life(Kind<R> kind, UUID id) {
        return Objects.requireNonNull(lives(kind, Set.of(id)).get(id));
    }

    /** The lives of several things of a kind. */
    @SuppressWarnings("unchecked") // under the name of a kind lie lives of this kind only
    <R extends Record> Map<UUID, Life<R>> lives(Kind<R> kind, Collection<UUID> ids) {
        Map<UUID, Life<?>> ofKind = known.computeIfAbsent(kind.name(), none -> new HashMap<>());
        List<UUID> missing = ids.stream().filter(id -> !ofKind.containsKey(id)).toList();
        ofKind.putAll(read(kind, missing));
        Map<UUID, Life<R>> found = new LinkedHashMap<>();
        ids.forEach(id -> found.put(id, (Life<R>) Objects.requireNonNull(ofKind.get(id))));
        return found;
    }

    /** How other things stood at a position. */
    Kind.Then at(long position) {
        return new Kind.Then() {
            @Override
            public <R extends Record> @Nullable R row(Kind<R> kind, UUID id) {
                return life(kind, id).rowAt(position);
            }

            @Override
            public @Nullable Record seen(String kind, UUID id) {
                return seen(kinds.named(kind), id);
            }

            private <R extends Record> @Nullable Record seen(Kind<R> kind, UUID id) {
                R row = row(kind, id);
                return row == null ? null : kind.look().of(row, this);
            }
        };
    }

    private <R extends Record> Map<UUID, Life<R>> read(Kind<R> kind, List<UUID> ids) {
        List<TrackedEventMessage<?>> events = log.eventsOf(ids, upTo);
        Map<UUID, Life<R>> lives = new HashMap<>();
        if (events.size() > LogHistory.MOST && ids.size() > 1) {
            lives.putAll(read(kind, ids.subList(0, ids.size() / 2)));
            lives.putAll(read(kind, ids.subList(ids.size() / 2, ids.size())));
            return lives;
        }
        Map<UUID, List<TrackedEventMessage<?>>> own =
                bounded(events).stream().collect(Collectors.groupingBy(Reading::aggregate));
        ids.forEach(
                id ->
                        lives.put(
                                id,
                                new Life<>(
                                        kind,
                                        id,
                                        fold(kind, id, own.getOrDefault(id, List.of())))));
        Map<Feed<R>, Map<UUID, List<TrackedEventMessage<?>>>> foreign = new LinkedHashMap<>();
        kind.feeds().forEach(feed -> foreign.put(feed, foreign(feed, lives.values())));
        if (!foreign.isEmpty()) {
            lives.replaceAll((id, life) -> fed(life, foreign));
        }
        return lives;
    }

    private <R extends Record> List<Life.Step<R>> fold(
            Kind<R> kind, UUID id, List<TrackedEventMessage<?>> events) {
        Recollection rows = new Recollection(kind.projection());
        List<Life.Step<R>> steps = new ArrayList<>(events.size());
        for (TrackedEventMessage<?> event : events) {
            boolean takenIn = rows.takesIn(event);
            steps.add(new Life.Step<>(event, rows.row(kind.table(), id), takenIn));
        }
        return steps;
    }

    private <R extends Record> Map<UUID, List<TrackedEventMessage<?>>> foreign(
            Feed<R> feed, Collection<Life<R>> lives) {
        Set<UUID> names = new TreeSet<>();
        lives.forEach(life -> names.addAll(names(feed, life)));
        return bounded(log.eventsNaming(feed.property(), feed.events(), names, upTo)).stream()
                .collect(
                        Collectors.groupingBy(
                                LogHistory.Named::name,
                                Collectors.mapping(LogHistory.Named::event, Collectors.toList())));
    }

    // A row that is made of events of other aggregates alone is named by its own key.
    private static <R extends Record> Set<UUID> names(Feed<R> feed, Life<R> life) {
        return Stream.concat(
                        Stream.of(life.id()),
                        life.steps().stream()
                                .map(Life.Step::row)
                                .filter(Objects::nonNull)
                                .map(feed.name()))
                .collect(Collectors.toSet());
    }

    // An event of another aggregate belongs to the life of a thing when it changed what a reader
    // sees of it.
    private <R extends Record> Life<R> fed(
            Life<R> life, Map<Feed<R>, Map<UUID, List<TrackedEventMessage<?>>>> foreign) {
        Map<String, TrackedEventMessage<?>> all = new LinkedHashMap<>();
        Set<String> own =
                life.steps().stream()
                        .map(step -> step.event().getIdentifier())
                        .collect(Collectors.toSet());
        life.steps().forEach(step -> all.put(step.event().getIdentifier(), step.event()));
        foreign.forEach(
                (feed, byName) ->
                        names(feed, life).stream()
                                .flatMap(name -> byName.getOrDefault(name, List.of()).stream())
                                .forEach(event -> all.put(event.getIdentifier(), event)));
        List<TrackedEventMessage<?>> inOrder =
                all.values().stream()
                        .sorted(Comparator.comparingLong(LogToken::positionOf))
                        .toList();
        List<Life.Step<R>> steps = new ArrayList<>();
        Record before = null;
        for (Life.Step<R> step : fold(life.kind(), life.id(), inOrder)) {
            Record after = look(life.kind(), step);
            if (own.contains(step.event().getIdentifier()) || !Objects.equals(before, after)) {
                steps.add(step);
            }
            before = after;
        }
        return new Life<>(life.kind(), life.id(), steps);
    }

    private <R extends Record> @Nullable Record look(Kind<R> kind, Life.Step<R> step) {
        R row = step.row();
        return row == null ? null : kind.look().of(row, at(step.position()));
    }

    private static <E> List<E> bounded(List<E> events) {
        if (events.size() > LogHistory.MOST) {
            throw new Refusal(
                    Refusal.Kind.INVALID,
                    "history-too-long",
                    "This has more than %,d events, too many to be shown at once."
                            .formatted(LogHistory.MOST));
        }
        return events;
    }

    private static UUID aggregate(TrackedEventMessage<?> event) {
        return UUID.fromString(((DomainEventMessage<?>) event).getAggregateIdentifier());
    }
}
