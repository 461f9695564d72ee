package io.daybook.api.assistant.analyst;

import io.daybook.api.assistant.catalog.Catalog;
import io.daybook.api.assistant.catalog.Column;
import io.daybook.api.assistant.catalog.Entity;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What figures are grouped by: the rows of a table, or the values of a column. */
record Dimension(Entity entity, @Nullable Column column, String alias) {

    /** The meaning of a mention that is nearest to a table, if any connects to it. */
    static @Nullable Dimension of(Mention mention, Entity from, Catalog catalog) {
        record Scored(Dimension dimension, double cost) {}
        List<Scored> scored = new ArrayList<>();
        for (Candidate candidate : mention.candidates()) {
            Dimension dimension = of(candidate);
            if (dimension != null && candidate.score() >= mention.score() - 0.2) {
                double distance = catalog.ways().distance(from, dimension.entity());
                scored.add(new Scored(dimension, distance * 0.03 - candidate.score()));
            }
        }
        return scored.stream()
                .filter(it -> catalog.ways().between(from, it.dimension().entity()).isPresent())
                .min(Comparator.comparingDouble(Scored::cost))
                .map(Scored::dimension)
                .orElse(null);
    }

    private static @Nullable Dimension of(Candidate candidate) {
        return switch (candidate) {
            case Candidate.OfEntity of ->
                    new Dimension(of.entity(), null, String.join("_", of.entity().words()));
            case Candidate.OfColumn of ->
                    new Dimension(of.column().entity(), of.column(), alias(of.column()));
            case Candidate.OfConcept of -> null;
        };
    }

    static Dimension of(Column column) {
        return new Dimension(column.entity(), column, alias(column));
    }

    private static String alias(Column column) {
        List<String> words = column.field().words();
        boolean bare = words.size() == 1 && Labels.names(column.field());
        return bare ? String.join("_", column.entity().words()) : String.join("_", words);
    }

    /** The column of the result. */
    String sql(Scope scope) {
        return column == null ? scope.label(entity) : scope.column(column);
    }

    /** What rows of one group share: the key too, so that namesakes stay apart. */
    List<String> group(Scope scope) {
        List<String> group = new ArrayList<>();
        if (column == null && entity.identifier().isPresent()) {
            group.add(scope.column(new Column(entity, entity.identifier().get())));
        }
        String shown = sql(scope);
        if (!group.contains(shown)) {
            group.add(shown);
        }
        return group;
    }
}
