package io.daybook.api.assistant.analyst;

import io.daybook.api.assistant.catalog.Column;
import io.daybook.api.assistant.catalog.Entity;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** Words of a question that name something of the schema, best meaning first. */
record Mention(
        int start, int end, Role role, boolean plural, String words, List<Candidate> candidates) {

    /** The part that the words before a mention give to it. */
    enum Role {
        /** By, per, each. */
        GROUP,
        /** Which, what. */
        WHICH,
        /** Without, no, never. */
        EXCLUDED,
        /** Anything else. */
        PLAIN
    }

    /** A meaning that is not the best but nearly so may still be the right one. */
    private static final double NEARLY = 0.16;

    double score() {
        return candidates.getFirst().score();
    }

    private boolean likely(Candidate candidate) {
        return candidate.score() >= score() - NEARLY;
    }

    @Nullable Entity entity() {
        return candidates.getFirst() instanceof Candidate.OfConcept ? null : countable();
    }

    /** The rows that would be counted: "how many sales" counts what "sales" would add up. */
    @Nullable Entity countable() {
        for (Candidate candidate : candidates) {
            if (candidate instanceof Candidate.OfEntity of && likely(of)) {
                return of.entity();
            }
        }
        return null;
    }

    @Nullable Concept concept() {
        for (Candidate candidate : candidates) {
            if (candidate instanceof Candidate.OfConcept of && candidate.score() >= score() - 0.3) {
                return of.concept();
            }
        }
        return null;
    }

    List<Candidate.OfColumn> columns() {
        return candidates.stream()
                .filter(Candidate.OfColumn.class::isInstance)
                .map(Candidate.OfColumn.class::cast)
                .filter(this::likely)
                .toList();
    }

    /** Whether the best meaning is a number that can be added up. */
    boolean measure() {
        return entity() == null
                && (concept() != null
                        || columns().stream().anyMatch(of -> of.column().field().measure()));
    }

    boolean temporal() {
        return !columns().isEmpty()
                && entity() == null
                && columns().stream().allMatch(of -> of.column().field().type().temporal());
    }

    @Nullable Column column() {
        return columns().isEmpty() ? null : columns().getFirst().column();
    }

    boolean grouped() {
        return role == Role.GROUP;
    }
}
