package io.daybook.api.assistant.analyst;

import io.daybook.api.assistant.catalog.Catalog;
import io.daybook.api.assistant.catalog.Column;
import io.daybook.api.assistant.catalog.Entity;
import io.daybook.api.assistant.catalog.Field;
import io.daybook.api.assistant.catalog.Way;
import io.daybook.api.assistant.words.Similarity;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Chooses the column that says when the rows of a table happened. */
final class TimeColumns {

    private static final Set<String> HAPPENED =
            Set.of(
                    "created",
                    "create",
                    "placed",
                    "sold",
                    "ordered",
                    "recorded",
                    "measured",
                    "occurred",
                    "invoice",
                    "transaction",
                    "purchase",
                    "paid",
                    "hired",
                    "hire",
                    "start",
                    "signup",
                    "registered",
                    "joined",
                    "booked",
                    "sale",
                    "order",
                    "reading",
                    "opened",
                    "posted",
                    "logged",
                    "event",
                    "observed");
    private static final Set<String> NEUTRAL =
            Set.of("date", "time", "timestamp", "at", "day", "on", "datetime");
    private static final Set<String> LATER =
            Set.of(
                    "updated",
                    "modified",
                    "deleted",
                    "birth",
                    "born",
                    "due",
                    "expire",
                    "expires",
                    "expiry",
                    "shipped",
                    "delivered",
                    "end",
                    "last",
                    "closed",
                    "cancelled",
                    "canceled",
                    "changed",
                    "required",
                    "valid",
                    "ended",
                    "finished",
                    "completed",
                    "birthday",
                    "to",
                    "left",
                    "termination",
                    "verified",
                    "estimated",
                    "expected");

    private final Catalog catalog;

    TimeColumns(Catalog catalog) {
        this.catalog = catalog;
    }

    /** The best column of the table itself or else of one that its rows point at. */
    Optional<Column> of(Entity entity, List<Column> hinted) {
        Optional<Column> hint =
                hinted.stream().filter(column -> reach(entity, column.entity()) <= 3).findFirst();
        return hint.or(() -> own(entity)).or(() -> around(entity));
    }

    private Optional<Column> own(Entity entity) {
        return entity.fields().stream()
                .filter(field -> field.type().temporal())
                .max(Comparator.comparingDouble(field -> score(entity, field)))
                .map(field -> new Column(entity, field));
    }

    private Optional<Column> around(Entity entity) {
        return catalog.entities().stream()
                .filter(other -> !other.is(entity) && reach(entity, other) <= 3)
                .sorted(Comparator.comparingInt(other -> reach(entity, other)))
                .flatMap(other -> own(other).stream())
                .filter(column -> score(column.entity(), column.field()) > -1)
                .findFirst();
    }

    private int reach(Entity from, Entity to) {
        return catalog.ways()
                .between(from, to)
                .filter(way -> !way.multiplies())
                .map(Way::length)
                .orElse(1_000);
    }

    private static double score(Entity entity, Field field) {
        double score = field.nullable() ? 0 : 0.5;
        for (String word : field.words()) {
            if (LATER.contains(word)) {
                score -= 3;
            } else if (entity.words().stream().anyMatch(own -> Similarity.of(own, word) >= 0.9)) {
                score += 3;
            } else if (HAPPENED.contains(word)) {
                score += 2;
            } else if (NEUTRAL.contains(word)) {
                score += 0.5;
            }
        }
        return score;
    }
}
