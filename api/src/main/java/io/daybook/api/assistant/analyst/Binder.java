package io.daybook.api.assistant.analyst;

import io.daybook.api.assistant.catalog.Catalog;
import io.daybook.api.assistant.catalog.Column;
import io.daybook.api.assistant.catalog.Entity;
import io.daybook.api.assistant.words.Similarity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Finds what some words may mean in a schema. */
final class Binder {

    private static final double LEAST = 0.5;

    /** Parts of a name that say little: matching them is no proof, missing them no fault. */
    private static final Set<String> NOISE =
            Set.of(
                    "header",
                    "master",
                    "data",
                    "table",
                    "record",
                    "list",
                    "log",
                    "info",
                    "id",
                    "at",
                    "on",
                    "the",
                    "of",
                    "is",
                    "a",
                    "history",
                    "date",
                    "time",
                    "timestamp",
                    "and",
                    "per",
                    "in",
                    "was",
                    "with");

    private final Catalog catalog;
    private final Set<Concept> concepts;

    Binder(Catalog catalog, Set<Concept> concepts) {
        this.catalog = catalog;
        this.concepts = concepts;
    }

    /** All likely meanings, the best first; empty when there is none. */
    List<Candidate> meanings(List<String> words) {
        List<Candidate> found = new ArrayList<>();
        for (Entity entity : catalog.entities()) {
            double score =
                    Math.max(name(words, entity.words()), 0.8 * name(words, entity.commentWords()));
            score = Math.max(score, qualified(words, entity));
            if (score >= LEAST) {
                found.add(new Candidate.OfEntity(entity, score));
            }
        }
        for (Column column : catalog.columns()) {
            double score = column(words, column);
            if (score >= LEAST) {
                found.add(new Candidate.OfColumn(column, score));
            }
        }
        String phrase = String.join(" ", words);
        for (Concept concept : concepts) {
            if (concept.called(phrase)) {
                found.add(new Candidate.OfConcept(concept, words.size() == 1 ? 0.85 : 0.95));
            }
        }
        if (found.isEmpty() && words.size() == 1) {
            loosely(words.getFirst(), found);
        }
        found.sort(Comparator.comparingDouble(Candidate::score).reversed());
        return List.copyOf(found);
    }

    /** One word of a longer name of a figure: battery for battery_voltage. */
    private void loosely(String word, List<Candidate> found) {
        for (Column column : catalog.columns()) {
            if (word.length() > 3
                    && column.field().measure()
                    && column.field().words().contains(word)) {
                found.add(new Candidate.OfColumn(column, LEAST));
            }
        }
    }

    /** "product category": a table named together with one that points at it. */
    private double qualified(List<String> words, Entity entity) {
        if (words.size() != 2 || name(words.subList(1, 2), entity.words()) < 0.9) {
            return 0;
        }
        boolean pointed =
                catalog.ways().links().stream()
                        .filter(link -> link.one().is(entity))
                        .anyMatch(link -> name(words.subList(0, 1), link.many().words()) >= 0.9);
        return pointed ? 0.95 : 0;
    }

    /**
     * How well words name something whose name has these words: all must fit, the head counts
     * twice.
     */
    private static double name(List<String> words, List<String> name) {
        return fit(words, name, List.of());
    }

    private static double column(List<String> words, Column column) {
        List<String> own = column.field().words();
        boolean asksForKey = !column.field().key() || words.getLast().equals(own.getLast());
        boolean aboutIt =
                own.stream().anyMatch(word -> Similarity.of(words.getLast(), word) >= 0.6);
        if (!asksForKey) {
            return 0;
        }
        double byName = aboutIt ? fit(words, own, column.entity().words()) : 0;
        double byComment = 0.85 * fit(words, column.field().commentWords(), List.of());
        return Math.max(byName, byComment);
    }

    private static double fit(List<String> words, List<String> name, List<String> around) {
        if (name.isEmpty()) {
            return 0;
        }
        double[] covered = new double[name.size()];
        double sum = 0;
        for (String word : words) {
            double best = best(word, name, covered);
            double outside =
                    around.stream()
                            .mapToDouble(other -> Similarity.of(word, other))
                            .max()
                            .orElse(0);
            double reached = Math.max(best, outside * 0.95);
            if (reached < 0.6) {
                return 0;
            }
            sum += reached;
        }
        double coverage = coverage(name, covered);
        return coverage < 0.45 ? 0 : sum / words.size() * (0.55 + 0.45 * coverage);
    }

    private static double best(String word, List<String> name, double[] covered) {
        double best = 0;
        for (int index = 0; index < name.size(); index++) {
            double similarity = Similarity.of(word, name.get(index));
            covered[index] = Math.max(covered[index], similarity);
            best = Math.max(best, similarity);
        }
        return best;
    }

    private static double coverage(List<String> name, double[] covered) {
        double reached = 0;
        double whole = 0;
        int head = head(name);
        for (int index = 0; index < name.size(); index++) {
            double weight = index == head ? 2 : NOISE.contains(name.get(index)) ? 0.2 : 1;
            reached += covered[index] >= 0.6 ? weight : 0;
            whole += weight;
        }
        return reached / whole;
    }

    /** Whether a part of a name says little of what it names. */
    static boolean noise(String word) {
        return NOISE.contains(word);
    }

    /** The word that a name is about: the last that says something. */
    private static int head(List<String> name) {
        for (int index = name.size() - 1; index >= 0; index--) {
            if (!NOISE.contains(name.get(index))) {
                return index;
            }
        }
        return name.size() - 1;
    }
}
