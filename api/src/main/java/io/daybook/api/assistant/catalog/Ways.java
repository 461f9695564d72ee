package io.daybook.api.assistant.catalog;

import io.daybook.api.assistant.catalog.Way.Step;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * The shortest ways between entities (Dijkstra), where a step that multiplies rows costs more than
 * any way without one.
 */
public final class Ways {

    private static final int TO_ONE = 1;
    private static final int TO_MANY = 20;

    private final List<Link> links;

    Ways(List<Link> links) {
        this.links = links;
    }

    public List<Link> links() {
        return links;
    }

    /** The link that a column is the start of. */
    public Optional<Link> from(Entity entity, Field field) {
        return links.stream()
                .filter(link -> link.many().is(entity) && link.from().name().equals(field.name()))
                .findFirst();
    }

    private record Candidate(Entity at, List<Step> steps, int cost) {}

    /** The cheapest way, empty when nothing connects the two. */
    public Optional<Way> between(Entity start, Entity end) {
        PriorityQueue<Candidate> open =
                new PriorityQueue<>(Comparator.comparingInt(Candidate::cost));
        open.add(new Candidate(start, List.of(), 0));
        Set<String> seen = new HashSet<>();
        while (!open.isEmpty()) {
            Candidate nearest = open.poll();
            if (nearest.at().is(end)) {
                return Optional.of(new Way(nearest.steps()));
            }
            if (seen.add(nearest.at().schema() + "." + nearest.at().name())) {
                open.addAll(onwards(nearest));
            }
        }
        return Optional.empty();
    }

    /**
     * A number that grows with the length and the multiplications of the way; large without one.
     */
    public int distance(Entity start, Entity end) {
        return between(start, end)
                .map(
                        way ->
                                way.steps().stream()
                                        .mapToInt(step -> step.toOne() ? TO_ONE : TO_MANY)
                                        .sum())
                .orElse(1_000);
    }

    private List<Candidate> onwards(Candidate from) {
        List<Candidate> next = new ArrayList<>();
        for (Link link : links) {
            if (link.many().is(link.one())) {
                continue;
            }
            if (link.many().is(from.at())) {
                next.add(extended(from, new Step(link, true), TO_ONE));
            }
            if (link.one().is(from.at())) {
                next.add(extended(from, new Step(link, false), TO_MANY));
            }
        }
        return next;
    }

    private static Candidate extended(Candidate from, Step step, int cost) {
        List<Step> steps = new ArrayList<>(from.steps());
        steps.add(step);
        return new Candidate(step.target(), List.copyOf(steps), from.cost() + cost);
    }
}
