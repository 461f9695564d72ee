package io.daybook.api.assistant.analyst;

import io.daybook.api.assistant.catalog.Entity;
import io.daybook.api.assistant.catalog.Field;
import io.daybook.api.assistant.sql.Tables;

import org.jspecify.annotations.Nullable;

/**
 * What a discount column does to a price, where its name says so; an unclear one is named and left
 * out.
 */
record Discount(@Nullable Field field, String factor, String words) {

    static Discount of(Entity entity) {
        return entity.fields().stream()
                .filter(Field::measure)
                .filter(field -> field.words().contains("discount"))
                .findFirst()
                .map(Discount::of)
                .orElse(new Discount(null, "", ""));
    }

    private static Discount of(Field field) {
        return switch (field.head()) {
            case "percent", "percentage" ->
                    new Discount(
                            field, " * (1 - coalesce(%s, 0) / 100.0)", " less " + field.name());
            case "rate", "fraction", "ratio", "factor" ->
                    new Discount(field, " * (1 - coalesce(%s, 0))", " less " + field.name());
            case "amount", "total", "value" ->
                    new Discount(field, " - coalesce(%s, 0)", " less " + field.name());
            default -> new Discount(null, "", " (before " + field.name() + ")");
        };
    }

    String sql(Tables tables) {
        return field == null ? "" : factor.formatted(tables.column(field));
    }
}
