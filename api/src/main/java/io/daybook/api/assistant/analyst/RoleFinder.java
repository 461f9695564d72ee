package io.daybook.api.assistant.analyst;

import io.daybook.api.assistant.analyst.Mention.Role;
import io.daybook.api.assistant.catalog.Catalog;
import io.daybook.api.assistant.catalog.Entity;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** Gives each mention its part. One use for one question. */
final class RoleFinder {

    private final Catalog catalog;
    private final Intent intent;
    private final Parts parts;

    RoleFinder(Catalog catalog, Intent intent) {
        this.catalog = catalog;
        this.intent = intent;
        this.parts = new Parts(intent.mentions());
    }

    Roles find() {
        groups();
        new ComparisonParts(catalog, intent, parts).give();
        asked();
        new SuperlativeParts(catalog, intent, parts).give();
        if (parts.rowOrder == null) {
            openMeasures();
        }
        Mention subject = subject();
        which(subject);
        List<Entity> others = new ArrayList<>();
        for (Mention mention : intent.mentions()) {
            Entity entity = mention.role() == Role.EXCLUDED ? null : mention.entity();
            if (entity != null
                    && !mention.equals(subject)
                    && !parts.groups.contains(mention)
                    && !parts.limits.containsValue(mention)) {
                others.add(entity);
            }
        }
        return new Roles(
                parts.groups,
                parts.wants,
                subject,
                others,
                parts.compared,
                parts.limits,
                parts.having,
                parts.rowOrder,
                parts.perGroupAverage);
    }

    private void groups() {
        for (Mention mention : List.copyOf(parts.open)) {
            if (mention.grouped()
                    && !(mention.measure() && intent.superlative() != null)
                    && !count(mention)) {
                parts.groups.add(mention);
                parts.open.remove(mention);
            }
        }
    }

    /** "by number of orders" ranks, it does not group. */
    private boolean count(Mention mention) {
        return intent.superlative() != null
                && intent.superlative().end() < mention.start()
                && parts.open.stream()
                        .anyMatch(
                                it ->
                                        it.start() < mention.start()
                                                && it.start() >= intent.superlative().end()
                                                && !it.measure());
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
                parts.perGroupAverage = true;
                continue;
            }
            Mention target = target(one);
            if (target != null) {
                parts.wants.add(Want.of(one.aggregate(), target, one.distinct()));
            }
        }
        parts.wants.forEach(want -> parts.open.remove(want.target()));
    }

    private @Nullable Mention target(Asked asked) {
        boolean counting = asked.aggregate() == Aggregate.COUNT;
        Mention after =
                parts.open.stream()
                        .filter(it -> it.start() > asked.at())
                        .filter(
                                it ->
                                        counting
                                                || it.measure()
                                                || it.entity() != null
                                                || Parts.numeric(it)
                                                || it.temporal())
                        .findFirst()
                        .orElse(null);
        if (after != null) {
            return after;
        }
        return parts.open.stream()
                .filter(it -> counting || it.measure())
                .reduce((first, second) -> second)
                .orElse(null);
    }

    private void openMeasures() {
        for (Mention mention : List.copyOf(parts.open)) {
            boolean narrowing =
                    intent.superlative() == null && intent.asked().isEmpty() && rowsOf(mention);
            if (mention.measure() && !narrowing && !lowRows()) {
                parts.wants.add(Want.of(null, mention, false));
                parts.open.remove(mention);
            }
        }
    }

    private boolean lowRows() {
        return intent.low() && intent.asked().isEmpty() && parts.groups.isEmpty();
    }

    /**
     * "customer names and credit limits" lists columns: a figure of rows that are named themselves.
     */
    private boolean rowsOf(Mention mention) {
        return parts.groups.isEmpty()
                && intent.time().step() == null
                && intent.time().other() == null
                && parts.having.isEmpty()
                && mention.concept() == null
                && parts.open.stream()
                        .anyMatch(
                                it ->
                                        !it.equals(mention)
                                                && it.entity() != null
                                                && Parts.own(it, mention));
    }

    private @Nullable Mention subject() {
        Mention counted =
                parts.wants.stream()
                        .map(Want::target)
                        .filter(it -> it != null && it.entity() != null)
                        .findFirst()
                        .orElse(null);
        if (counted != null) {
            return counted;
        }
        return parts.open.stream().filter(it -> it.entity() != null).findFirst().orElse(null);
    }

    /** "Which customers" groups when a figure is asked of each of them. */
    private void which(@Nullable Mention subject) {
        boolean each = !parts.wants.isEmpty() || !parts.having.isEmpty();
        for (Mention mention : List.copyOf(parts.open)) {
            boolean which = mention.role() == Role.WHICH && !mention.measure();
            boolean who = !parts.having.isEmpty() && mention.equals(subject);
            if (each && parts.groups.isEmpty() && (which || who) && parts.rowOrder == null) {
                parts.group(mention);
            }
        }
    }
}
