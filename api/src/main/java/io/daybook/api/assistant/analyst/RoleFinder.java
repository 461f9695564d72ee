package io.daybook.api.assistant.analyst;

import io.daybook.api.assistant.analyst.Mention.Role;
import io.daybook.api.assistant.catalog.Catalog;
import io.daybook.api.assistant.catalog.Column;
import io.daybook.api.assistant.catalog.Entity;
import io.daybook.api.assistant.catalog.Field;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gives each mention its part. One use for one question. */
final class RoleFinder {

    private final Catalog catalog;
    private final Intent intent;
    private final List<Mention> open;
    private final List<Mention> groups = new ArrayList<>();
    private final List<Want> wants = new ArrayList<>();
    private final List<Mention> having = new ArrayList<>();
    private final Map<Comparison, Mention> compared = new LinkedHashMap<>();
    private final Map<Comparison, Mention> limits = new LinkedHashMap<>();
    private @Nullable Column rowOrder;
    private boolean perGroupAverage;

    RoleFinder(Catalog catalog, Intent intent) {
        this.catalog = catalog;
        this.intent = intent;
        this.open =
                new ArrayList<>(
                        intent.mentions().stream()
                                .filter(it -> it.role() != Role.EXCLUDED)
                                .toList());
    }

    Roles find() {
        groups();
        comparisons();
        asked();
        superlative();
        if (rowOrder == null) {
            openMeasures();
        }
        Mention subject = subject();
        which(subject);
        List<Entity> others = new ArrayList<>();
        for (Mention mention : intent.mentions()) {
            Entity entity = mention.role() == Role.EXCLUDED ? null : mention.entity();
            if (entity != null
                    && !mention.equals(subject)
                    && !groups.contains(mention)
                    && !limits.containsValue(mention)) {
                others.add(entity);
            }
        }
        return new Roles(
                groups,
                wants,
                subject,
                others,
                compared,
                limits,
                having,
                rowOrder,
                perGroupAverage);
    }

    private void groups() {
        for (Mention mention : List.copyOf(open)) {
            if (mention.grouped()
                    && !(mention.measure() && intent.superlative() != null)
                    && !count(mention)) {
                groups.add(mention);
                open.remove(mention);
            }
        }
    }

    /** "by number of orders" ranks, it does not group. */
    private boolean count(Mention mention) {
        return intent.superlative() != null
                && intent.superlative().end() < mention.start()
                && open.stream()
                        .anyMatch(
                                it ->
                                        it.start() < mention.start()
                                                && it.start() >= intent.superlative().end()
                                                && !it.measure());
    }

    private void comparisons() {
        for (Comparison comparison : intent.comparisons()) {
            Mention before = before(comparison.start(), 6);
            Mention after = after(comparison.end(), 2);
            if (comparison.numbers().isEmpty()) {
                Mention stock = after == null ? null : stock(after);
                if (before == null && after != null && stock != null) {
                    compared.put(comparison, stock);
                    limits.put(comparison, after);
                    open.remove(after);
                } else if (before != null && after != null) {
                    use(comparison, before);
                    limits.put(comparison, after);
                    open.remove(after);
                }
            } else if (after != null
                    && after.start() == comparison.end()
                    && (after.measure() || after.entity() != null)) {
                use(comparison, after);
            } else if (before != null) {
                use(comparison, before);
            } else {
                compared.put(comparison, worth(comparison));
            }
        }
    }

    /** "below the reorder level": what is in stock of the same table. */
    private static @Nullable Mention stock(Mention limit) {
        Column column = limit.column();
        Field stock = column == null ? null : Filters.stock(column.entity());
        return column == null || stock == null ? null : made(new Column(column.entity(), stock));
    }

    /** "orders over 500": the amount that the table itself holds. */
    private Mention worth(Comparison comparison) {
        for (Mention mention : open) {
            Entity entity = mention.entity();
            for (Source source :
                    entity == null ? List.<Source>of() : new Figures(catalog).of(Concept.REVENUE)) {
                Column column = source.column();
                if (column != null && entity != null && source.entity().is(entity)) {
                    return made(column);
                }
            }
        }
        throw new Refused("I could not tell what to compare with " + comparison.spoken() + ".");
    }

    private static Mention made(Column column) {
        return new Mention(
                -1, -1, Role.PLAIN, false, "", List.of(new Candidate.OfColumn(column, 1)));
    }

    private void use(Comparison comparison, Mention mention) {
        compared.put(comparison, mention);
        boolean aggregated =
                intent.asked().stream()
                        .anyMatch(
                                it ->
                                        it.at() < mention.start()
                                                && mention.start() - it.at() <= 3
                                                && it.aggregate() != Aggregate.COUNT);
        if ((mention.concept() != null && mention.measure()) || aggregated) {
            having.add(mention);
        } else {
            open.remove(mention);
        }
    }

    /** The nearest number named before a place. */
    private @Nullable Mention before(int place, int reach) {
        Mention found = null;
        for (Mention mention : open) {
            if (mention.end() <= place
                    && place - mention.end() <= reach
                    && (mention.measure() || numeric(mention) || mention.temporal())) {
                found = mention;
            }
        }
        return found;
    }

    private static boolean numeric(Mention mention) {
        return mention.entity() == null
                && mention.columns().stream().anyMatch(it -> it.column().field().type().numeric());
    }

    private @Nullable Mention after(int place, int reach) {
        return open.stream()
                .filter(it -> it.start() >= place && it.start() - place <= reach)
                .findFirst()
                .orElse(null);
    }

    private void asked() {
        List<Asked> asked = intent.asked();
        for (int index = 0; index < asked.size(); index++) {
            Asked one = asked.get(index);
            boolean ratio =
                    one.aggregate() == Aggregate.AVERAGE
                            && index + 1 < asked.size()
                            && asked.get(index + 1).aggregate() == Aggregate.COUNT;
            if (ratio) {
                perGroupAverage = true;
                continue;
            }
            Mention target = target(one);
            if (target != null) {
                wants.add(Want.of(one.aggregate(), target, one.distinct()));
            }
        }
        wants.forEach(want -> open.remove(want.target()));
    }

    private @Nullable Mention target(Asked asked) {
        boolean counting = asked.aggregate() == Aggregate.COUNT;
        Mention after =
                open.stream()
                        .filter(it -> it.start() > asked.at())
                        .filter(
                                it ->
                                        counting
                                                || it.measure()
                                                || it.entity() != null
                                                || numeric(it)
                                                || it.temporal())
                        .findFirst()
                        .orElse(null);
        if (after != null) {
            return after;
        }
        return open.stream()
                .filter(it -> counting || it.measure())
                .reduce((first, second) -> second)
                .orElse(null);
    }

    private void superlative() {
        Superlative superlative = intent.superlative();
        if (superlative == null) {
            return;
        }
        Mention after = after(superlative.end(), 1);
        Mention before = named(superlative.at());
        Mention target = after != null && !after.measure() ? after : before;
        switch (superlative.kind()) {
            case OPEN -> open(superlative, after, before);
            case QUALITY -> quality(superlative, target);
            case TIME -> rowOrder = newest(superlative, target);
            case FREQUENCY -> group(target);
            case UNITS -> {
                group(target);
                wants.add(Want.of(Concept.UNITS));
            }
        }
    }

    private void open(Superlative superlative, @Nullable Mention after, @Nullable Mention before) {
        if (after != null && after.measure() && before == null) {
            Mention beyond = after(after.end(), 0);
            if (beyond != null && beyond.entity() != null && groups.isEmpty()) {
                open(superlative, after, beyond);
                return;
            }
        }
        if (after == null || after.measure()) {
            boolean own =
                    after != null
                            && before != null
                            && groups.isEmpty()
                            && wants.isEmpty()
                            && own(before, after);
            if (after != null
                    && (own || (intent.who() && before == null))
                    && after.column() != null) {
                rowOrder = own ? ownColumn(before, after) : after.column();
                open.remove(after);
            } else if (before != null && groups.isEmpty()) {
                group(before);
            }
        } else if (before != null
                && superlative.limit() == null
                && groups.isEmpty()
                && wants.isEmpty()) {
            group(before);
            wants.add(Want.of(Aggregate.COUNT, after, false));
            open.remove(after);
        } else if (groups.isEmpty() || wants.isEmpty()) {
            group(after);
        }
    }

    private boolean own(@Nullable Mention subject, Mention measure) {
        return ownColumn(subject, measure) != null;
    }

    private static @Nullable Column ownColumn(@Nullable Mention subject, Mention measure) {
        Entity entity = subject == null ? null : subject.entity();
        return measure.columns().stream()
                .map(Candidate.OfColumn::column)
                .filter(
                        column ->
                                entity != null
                                        && column.entity().is(entity)
                                        && column.field().type().numeric())
                .findFirst()
                .orElse(null);
    }

    private void quality(Superlative superlative, @Nullable Mention target) {
        Entity entity = target == null ? null : target.entity();
        for (String word : superlative.words()) {
            for (Column column : catalog.columns()) {
                boolean fits = column.field().measure() && column.field().head().equals(word);
                if (fits && entity != null && column.entity().is(entity)) {
                    rowOrder = column;
                    return;
                }
            }
        }
        for (Column column : catalog.columns()) {
            if (target != null
                    && column.field().measure()
                    && superlative.words().contains(column.field().head())) {
                group(target);
                Mention figure = made(column);
                wants.add(
                        Want.of(
                                superlative.high() ? Aggregate.MAXIMUM : Aggregate.MINIMUM,
                                figure,
                                false));
                return;
            }
        }
    }

    private @Nullable Column newest(Superlative superlative, @Nullable Mention target) {
        Entity entity = target == null ? null : target.entity();
        if (entity == null) {
            return null;
        }
        return entity.fields().stream()
                .filter(
                        field ->
                                field.type().temporal()
                                        && !superlative.words().isEmpty()
                                        && field.words().contains(superlative.words().getFirst()))
                .findFirst()
                .map(field -> new Column(entity, field))
                .or(() -> new TimeColumns(catalog).of(entity, List.of()))
                .orElse(null);
    }

    private void group(@Nullable Mention mention) {
        if (mention != null && !groups.contains(mention)) {
            groups.add(mention);
            open.remove(mention);
        }
    }

    /** The last thing (not a figure) named before a place. */
    private @Nullable Mention named(int place) {
        return open.stream()
                .filter(it -> it.end() <= place && !it.measure() && !it.temporal())
                .reduce((first, second) -> second)
                .orElse(null);
    }

    private void openMeasures() {
        for (Mention mention : List.copyOf(open)) {
            boolean narrowing =
                    intent.superlative() == null && intent.asked().isEmpty() && rowsOf(mention);
            if (mention.measure() && !narrowing && !lowRows()) {
                wants.add(Want.of(null, mention, false));
                open.remove(mention);
            }
        }
    }

    private boolean lowRows() {
        return intent.low() && intent.asked().isEmpty() && groups.isEmpty();
    }

    /**
     * "customer names and credit limits" lists columns: a figure of rows that are named themselves.
     */
    private boolean rowsOf(Mention mention) {
        return groups.isEmpty()
                && intent.time().step() == null
                && intent.time().other() == null
                && having.isEmpty()
                && mention.concept() == null
                && open.stream()
                        .anyMatch(
                                it ->
                                        !it.equals(mention)
                                                && it.entity() != null
                                                && own(it, mention));
    }

    private @Nullable Mention subject() {
        Mention counted =
                wants.stream()
                        .map(Want::target)
                        .filter(it -> it != null && it.entity() != null)
                        .findFirst()
                        .orElse(null);
        if (counted != null) {
            return counted;
        }
        return open.stream().filter(it -> it.entity() != null).findFirst().orElse(null);
    }

    /** "Which customers" groups when a figure is asked of each of them. */
    private void which(@Nullable Mention subject) {
        boolean each = !wants.isEmpty() || !having.isEmpty();
        for (Mention mention : List.copyOf(open)) {
            boolean which = mention.role() == Role.WHICH && !mention.measure();
            boolean who = !having.isEmpty() && mention.equals(subject);
            if (each && groups.isEmpty() && (which || who) && rowOrder == null) {
                group(mention);
            }
        }
    }
}
