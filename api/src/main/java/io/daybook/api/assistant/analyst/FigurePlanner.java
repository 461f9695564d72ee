package io.daybook.api.assistant.analyst;

import io.daybook.api.assistant.analyst.Proposal.Kind;
import io.daybook.api.assistant.catalog.Catalog;
import io.daybook.api.assistant.catalog.Entity;
import io.daybook.api.assistant.catalog.Way;
import io.daybook.api.assistant.period.Grain;
import io.daybook.api.assistant.sql.Select;
import io.daybook.api.assistant.sql.Tables;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/** Plans figures: grouped, over time, ranked. One use for one question. */
final class FigurePlanner {

    private static final int MOST_GROUPS = 500;

    private final Catalog catalog;
    private final Intent intent;
    private final Roles roles;
    private final ValueSearch search;
    private final List<String> notes = new ArrayList<>();

    FigurePlanner(Catalog catalog, Intent intent, Roles roles, ValueSearch search) {
        this.catalog = catalog;
        this.intent = intent;
        this.roles = roles;
        this.search = search;
    }

    Proposal.Statement plan() {
        List<Measure> measures = new Measures(catalog, intent, roles).choose();
        if (measures.isEmpty()) {
            throw new Refused("I could not tell which figure you mean.");
        }
        Entity fact = fact(measures);
        Scope scope = new Scope(catalog, new Tables(fact));
        List<Measure> fitting = measures.stream().filter(measure -> fits(measure, fact)).toList();
        Conditions conditions = new Conditions(catalog, scope, intent, roles, search);
        List<Dimension> dimensions = new ArrayList<>(dimensions(scope, fitting));
        conditions.compared(dimensions).ifPresent(dimensions::add);
        boolean repeated = dimensions.stream().anyMatch(it -> multiplies(scope, it.entity()));
        if (repeated && fitting.stream().anyMatch(measure -> !measure.repeatable())) {
            throw new Refused(
                    "Adding up "
                            + words(fitting.getFirst().alias())
                            + " per "
                            + words(dimensions.getFirst().alias())
                            + " would count some rows more than once.");
        }
        FigureSelect select = new FigureSelect(scope, intent, roles, fitting, dimensions, repeated);
        Select statement = select.build(conditions, limit());
        fitting.stream()
                .filter(it -> it.source() != null && !it.source().note().isEmpty())
                .forEach(it -> notes.add(it.source().note()));
        notes.addAll(conditions.notes());
        return new Proposal.Statement(
                statement.render(),
                topic(fitting, dimensions),
                List.copyOf(new LinkedHashSet<>(notes)),
                conditions.rangeSql());
    }

    /**
     * The table whose rows are aggregated: that of the sum, else the lowest of those counted over.
     */
    private Entity fact(List<Measure> measures) {
        for (Measure measure : measures) {
            if (measure.source() != null) {
                return measure.source().entity();
            }
        }
        Entity counted = measures.getFirst().counted();
        Entity fact = counted == null ? catalog.entities().getFirst() : counted;
        if (measures.getFirst().values() != null || roles.perGroupAverage()) {
            return fact;
        }
        for (Entity other : roles.others()) {
            if (multiplies(new Scope(catalog, new Tables(fact)), other)
                    && !multiplies(new Scope(catalog, new Tables(other)), fact)) {
                fact = other;
            }
        }
        return fact;
    }

    private boolean fits(Measure measure, Entity fact) {
        Entity of = measure.source() != null ? measure.source().entity() : measure.counted();
        boolean fits =
                of == null
                        || of.is(fact)
                        || (measure.source() == null
                                && catalog.ways()
                                        .between(fact, of)
                                        .filter(way -> !way.multiplies())
                                        .isPresent());
        if (!fits) {
            notes.add(
                    "I left out "
                            + words(measure.alias())
                            + ": it cannot be taken from the same rows.");
        }
        return fits;
    }

    private List<Dimension> dimensions(Scope scope, List<Measure> measures) {
        List<Dimension> dimensions = new ArrayList<>();
        for (Mention mention : roles.groups()) {
            Dimension dimension = Dimension.of(mention, scope.base(), catalog);
            if (dimension == null) {
                throw new Refused(
                        "I see no way from "
                                + words(scope.base().name())
                                + " to “"
                                + mention.words()
                                + "” in this database.");
            }
            if (measures.stream().noneMatch(measure -> perWhole(measure, dimension))) {
                dimensions.add(dimension);
            }
        }
        return dimensions;
    }

    /** "average revenue per order": the average is per order already. */
    private boolean perWhole(Measure measure, Dimension dimension) {
        Source source = measure.source();
        return source != null
                && source.header() != null
                && measure.aggregate() == Aggregate.AVERAGE
                && dimension.column() == null
                && catalog.ways()
                        .from(source.entity(), source.header())
                        .filter(link -> link.one().is(dimension.entity()))
                        .isPresent();
    }

    private static boolean multiplies(Scope scope, Entity entity) {
        return scope.way(entity).filter(Way::multiplies).isPresent();
    }

    private int limit() {
        Superlative superlative = intent.superlative();
        if (superlative == null) {
            return MOST_GROUPS;
        }
        if (superlative.limit() != null) {
            return superlative.limit();
        }
        boolean plural = !roles.groups().isEmpty() && roles.groups().getFirst().plural();
        return plural
                ? 10
                : superlative.kind() == Superlative.Kind.OPEN
                                && roles.groups().stream().anyMatch(Mention::grouped)
                        ? MOST_GROUPS
                        : 1;
    }

    private Proposal.Topic topic(List<Measure> measures, List<Dimension> dimensions) {
        String measure = words(measures.getFirst().alias());
        @Nullable Grain step = intent.time().step();
        String subject =
                dimensions.isEmpty()
                        ? (step == null ? "" : step.word())
                        : words(dimensions.getFirst().alias());
        Kind kind;
        if (intent.time().other() != null) {
            kind = Kind.COMPARISON;
        } else if (intent.superlative() != null && !(dimensions.isEmpty() && step == null)) {
            kind = Kind.RANKING;
        } else if (step != null) {
            kind = step.series() && dimensions.isEmpty() ? Kind.SERIES : Kind.GROUPS;
        } else {
            kind = dimensions.isEmpty() ? Kind.FIGURE : Kind.GROUPS;
        }
        return new Proposal.Topic(
                kind,
                measure,
                subject,
                intent.time().period(),
                intent.superlative() == null || intent.superlative().high());
    }

    static String words(String name) {
        return name.replace('_', ' ');
    }
}
