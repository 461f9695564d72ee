package io.daybook.api.assistant.analyst;

import io.daybook.api.assistant.catalog.Catalog;
import io.daybook.api.assistant.catalog.Column;
import io.daybook.api.assistant.catalog.Entity;
import io.daybook.api.assistant.catalog.Field;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** Finds what each comparison ("over 500", "below the reorder level") compares, and with what. */
final class ComparisonParts {

    private final Catalog catalog;
    private final Intent intent;
    private final Parts parts;

    ComparisonParts(Catalog catalog, Intent intent, Parts parts) {
        this.catalog = catalog;
        this.intent = intent;
        this.parts = parts;
    }

    void give() {
        for (Comparison comparison : intent.comparisons()) {
            Mention before = parts.before(comparison.start(), 6);
            Mention after = parts.after(comparison.end(), 2);
            if (comparison.numbers().isEmpty()) {
                Mention stock = after == null ? null : stock(after);
                if (before == null && after != null && stock != null) {
                    parts.compared.put(comparison, stock);
                    parts.limits.put(comparison, after);
                    parts.open.remove(after);
                } else if (before != null && after != null) {
                    use(comparison, before);
                    parts.limits.put(comparison, after);
                    parts.open.remove(after);
                }
            } else if (after != null
                    && after.start() == comparison.end()
                    && (after.measure() || after.entity() != null)) {
                use(comparison, after);
            } else if (before != null) {
                use(comparison, before);
            } else {
                parts.compared.put(comparison, worth(comparison));
            }
        }
    }

    /** "below the reorder level": what is in stock of the same table. */
    private static @Nullable Mention stock(Mention limit) {
        Column column = limit.column();
        Field stock = column == null ? null : Filters.stock(column.entity());
        return column == null || stock == null
                ? null
                : Parts.made(new Column(column.entity(), stock));
    }

    /** "orders over 500": the amount that the table itself holds. */
    private Mention worth(Comparison comparison) {
        for (Mention mention : parts.open) {
            Entity entity = mention.entity();
            for (Source source :
                    entity == null ? List.<Source>of() : new Figures(catalog).of(Concept.REVENUE)) {
                Column column = source.column();
                if (column != null && entity != null && source.entity().is(entity)) {
                    return Parts.made(column);
                }
            }
        }
        throw new Refused("I could not tell what to compare with " + comparison.spoken() + ".");
    }

    private void use(Comparison comparison, Mention mention) {
        parts.compared.put(comparison, mention);
        boolean aggregated =
                intent.asked().stream()
                        .anyMatch(
                                it ->
                                        it.at() < mention.start()
                                                && mention.start() - it.at() <= 3
                                                && it.aggregate() != Aggregate.COUNT);
        if ((mention.concept() != null && mention.measure()) || aggregated) {
            parts.having.add(mention);
        } else {
            parts.open.remove(mention);
        }
    }
}
