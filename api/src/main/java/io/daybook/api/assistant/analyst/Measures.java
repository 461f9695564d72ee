package io.daybook.api.assistant.analyst;

import io.daybook.api.assistant.catalog.Catalog;
import io.daybook.api.assistant.catalog.Column;
import io.daybook.api.assistant.catalog.Entity;
import io.daybook.api.assistant.catalog.Field;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Chooses for each wanted figure where it comes from, so that no row is counted twice. */
final class Measures {

    private static final double PER_STEP = 0.03;

    private final Catalog catalog;
    private final Figures figures;
    private final Intent intent;
    private final Roles roles;

    Measures(Catalog catalog, Intent intent, Roles roles) {
        this.catalog = catalog;
        this.figures = new Figures(catalog);
        this.intent = intent;
        this.roles = roles;
    }

    List<Measure> choose() {
        List<Want> wants = new ArrayList<>(roles.wants());
        for (Mention mention : roles.having()) {
            if (wants.stream().noneMatch(want -> mention.equals(want.target()))) {
                wants.add(Want.of(null, mention, false));
            }
        }
        List<Measure> measures = new ArrayList<>();
        for (Want want : wants) {
            Measure measure = measure(want);
            if (measure != null
                    && measures.stream().noneMatch(it -> it.alias().equals(measure.alias()))) {
                measures.add(measure);
            }
        }
        if (measures.isEmpty()) {
            Measure usual = usual();
            if (usual != null) {
                measures.add(usual);
            }
        }
        return measures;
    }

    private @Nullable Measure measure(Want want) {
        if (want.concept() != null) {
            return best(figures.of(want.concept()), want.aggregate());
        }
        if (want.counted() != null) {
            return count(want.counted());
        }
        Mention target = want.target();
        if (target == null) {
            return null;
        }
        if (want.aggregate() == Aggregate.COUNT) {
            return counted(want, target);
        }
        List<Source> sources = new ArrayList<>();
        boolean extreme =
                want.aggregate() == Aggregate.MINIMUM || want.aggregate() == Aggregate.MAXIMUM;
        for (Candidate.OfColumn of : target.columns()) {
            Field field = of.column().field();
            if (field.measure()
                    || (field.type().numeric() && !field.key())
                    || (extreme && field.type().temporal())) {
                sources.add(Source.of(of.column(), of.score()));
            }
        }
        if (target.concept() != null) {
            figures.of(target.concept())
                    .forEach(source -> sources.add(moved(source, source.score() - 0.05)));
        }
        Measure best = best(sources, want.aggregate());
        if (best == null && target.entity() != null) {
            return want.aggregate() == null || want.aggregate() == Aggregate.SUM
                    ? count(target.entity())
                    : best(ofEntity(target.entity()), want.aggregate());
        }
        return best;
    }

    /** "average order" means its value. */
    private List<Source> ofEntity(Entity entity) {
        return figures.of(Concept.REVENUE).stream()
                .filter(source -> catalog.ways().distance(source.entity(), entity) < 10)
                .toList();
    }

    private Measure counted(Want want, Mention target) {
        Entity entity = target.countable();
        boolean sold =
                intent.mentions().stream()
                        .anyMatch(
                                it -> it.concept() == Concept.UNITS && it.start() > target.start());
        if ((target.concept() == Concept.UNITS && entity == null)
                || (sold && !want.distinct() && entity != null)) {
            Measure units = best(figures.of(Concept.UNITS), Aggregate.SUM);
            if (units != null) {
                return units;
            }
        }
        Column column = target.column();
        if (entity == null && column != null) {
            return new Measure(
                    String.join("_", column.field().words()) + "s",
                    Aggregate.COUNT,
                    null,
                    column.entity(),
                    column);
        }
        return entity == null ? count(catalog.entities().getFirst()) : count(entity);
    }

    private Measure count(Entity entity) {
        return new Measure(plural(entity), Aggregate.COUNT, null, entity, null);
    }

    private static String plural(Entity entity) {
        String name =
                String.join(
                        "_", entity.words().stream().filter(word -> !Binder.noise(word)).toList());
        if (name.isEmpty()) {
            return "rows";
        }
        return name.endsWith("s")
                ? name
                : name.endsWith("y") && !name.endsWith("ay") && !name.endsWith("ey")
                        ? name.substring(0, name.length() - 1) + "ies"
                        : name + "s";
    }

    /** Without a figure named: revenue of what is ranked, else how often, else how many. */
    private @Nullable Measure usual() {
        Superlative superlative = intent.superlative();
        if (superlative != null && superlative.kind() != Superlative.Kind.FREQUENCY) {
            Measure revenue = best(figures.of(Concept.REVENUE), null);
            if (revenue != null && connected(revenue)) {
                return revenue;
            }
        }
        Dimension group = roles.groups().isEmpty() ? null : group(roles.groups().getFirst());
        if (superlative != null && group != null) {
            return count(group.column() == null ? busiest(group.entity()) : group.entity());
        }
        if (roles.subject() != null && roles.subject().entity() != null) {
            return count(roles.subject().entity());
        }
        return group == null ? null : count(group.entity());
    }

    private boolean connected(Measure measure) {
        return measure.source() != null
                && roles.groups().stream()
                        .allMatch(mention -> cost(mention, measure.source().entity()) < 0.3);
    }

    private @Nullable Dimension group(Mention mention) {
        return catalog.entities().stream()
                .map(entity -> Dimension.of(mention, entity, catalog))
                .filter(dimension -> dimension != null)
                .findFirst()
                .orElse(null);
    }

    /** The table with the most rows that point at this one. */
    private Entity busiest(Entity entity) {
        return catalog.ways().links().stream()
                .filter(link -> link.one().is(entity) && !link.many().is(entity))
                .max(Comparator.comparingLong(link -> link.many().rows()))
                .map(link -> link.many())
                .orElse(entity);
    }

    private @Nullable Measure best(List<Source> sources, @Nullable Aggregate aggregate) {
        return sources.stream()
                .max(Comparator.comparingDouble(this::worth))
                .map(source -> measure(source, aggregate))
                .orElse(null);
    }

    private Measure measure(Source source, @Nullable Aggregate asked) {
        Aggregate aggregate = asked == null ? usual(source) : asked;
        return new Measure(aggregate.prefix() + source.label(), aggregate, source, null, null);
    }

    private Aggregate usual(Source source) {
        Superlative superlative = intent.superlative();
        if (superlative == null || !intent.asked().isEmpty()) {
            return source.usual();
        }
        boolean single = roles.groups().isEmpty() && intent.time().step() == null;
        boolean extreme = source.level() || (single && superlative.kind() == Superlative.Kind.OPEN);
        if (extreme) {
            return superlative.high() ? Aggregate.MAXIMUM : Aggregate.MINIMUM;
        }
        return source.usual();
    }

    private double worth(Source source) {
        double worth = source.score();
        for (Mention mention : roles.groups()) {
            worth -= cost(mention, source.entity());
        }
        for (Entity other : roles.others()) {
            worth -= Math.min(0.3, catalog.ways().distance(source.entity(), other) * PER_STEP);
        }
        Entity subject = roles.subject() == null ? null : roles.subject().entity();
        if (subject != null) {
            worth -= Math.min(0.3, catalog.ways().distance(source.entity(), subject) * PER_STEP);
        }
        boolean timeless = new TimeColumns(catalog).of(source.entity(), List.of()).isEmpty();
        return timeless && (intent.time().period() != null || intent.time().step() != null)
                ? worth - 0.4
                : worth;
    }

    private double cost(Mention mention, Entity from) {
        Dimension dimension = Dimension.of(mention, from, catalog);
        return dimension == null ? 1 : catalog.ways().distance(from, dimension.entity()) * PER_STEP;
    }

    private static Source moved(Source source, double score) {
        return new Source(
                source.entity(),
                source.formula(),
                source.label(),
                score,
                source.level(),
                source.note(),
                source.header(),
                source.column());
    }
}
