package io.daybook.api.assistant.analyst;

import io.daybook.api.assistant.catalog.Catalog;
import io.daybook.api.assistant.catalog.Column;
import io.daybook.api.assistant.catalog.Entity;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** Finds what a superlative ("the best", "top 5", "newest") orders, and by what. */
final class SuperlativeParts {

    private final Catalog catalog;
    private final Intent intent;
    private final Parts parts;

    SuperlativeParts(Catalog catalog, Intent intent, Parts parts) {
        this.catalog = catalog;
        this.intent = intent;
        this.parts = parts;
    }

    void give() {
        Superlative superlative = intent.superlative();
        if (superlative == null) {
            return;
        }
        Mention after = parts.after(superlative.end(), 1);
        Mention before = parts.named(superlative.at());
        Mention target = after != null && !after.measure() ? after : before;
        switch (superlative.kind()) {
            case OPEN -> open(superlative, after, before);
            case QUALITY -> quality(superlative, target);
            case TIME -> parts.rowOrder = newest(superlative, target);
            case FREQUENCY -> parts.group(target);
            case UNITS -> {
                parts.group(target);
                parts.wants.add(Want.of(Concept.UNITS));
            }
        }
    }

    private void open(Superlative superlative, @Nullable Mention after, @Nullable Mention before) {
        if (after != null && after.measure() && before == null) {
            Mention beyond = parts.after(after.end(), 0);
            if (beyond != null && beyond.entity() != null && parts.groups.isEmpty()) {
                open(superlative, after, beyond);
                return;
            }
        }
        if (after == null || after.measure()) {
            boolean own =
                    after != null
                            && before != null
                            && parts.groups.isEmpty()
                            && parts.wants.isEmpty()
                            && Parts.own(before, after);
            if (after != null
                    && (own || (intent.who() && before == null))
                    && after.column() != null) {
                parts.rowOrder = own ? Parts.ownColumn(before, after) : after.column();
                parts.open.remove(after);
            } else if (before != null && parts.groups.isEmpty()) {
                parts.group(before);
            }
        } else if (before != null
                && superlative.limit() == null
                && parts.groups.isEmpty()
                && parts.wants.isEmpty()) {
            parts.group(before);
            parts.wants.add(Want.of(Aggregate.COUNT, after, false));
            parts.open.remove(after);
        } else if (parts.groups.isEmpty() || parts.wants.isEmpty()) {
            parts.group(after);
        }
    }

    private void quality(Superlative superlative, @Nullable Mention target) {
        Entity entity = target == null ? null : target.entity();
        for (String word : superlative.words()) {
            for (Column column : catalog.columns()) {
                boolean fits = column.field().measure() && column.field().head().equals(word);
                if (fits && entity != null && column.entity().is(entity)) {
                    parts.rowOrder = column;
                    return;
                }
            }
        }
        for (Column column : catalog.columns()) {
            if (target != null
                    && column.field().measure()
                    && superlative.words().contains(column.field().head())) {
                parts.group(target);
                Mention figure = Parts.made(column);
                parts.wants.add(
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
}
