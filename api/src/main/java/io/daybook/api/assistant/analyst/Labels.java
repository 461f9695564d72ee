package io.daybook.api.assistant.analyst;

import io.daybook.api.assistant.catalog.Entity;
import io.daybook.api.assistant.catalog.Field;
import io.daybook.api.assistant.catalog.FieldType;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Set;

/** What the rows of a table are called: a name, a first and last name, or the next best thing. */
final class Labels {

    private static final List<Set<String>> NEXT =
            List.of(
                    Set.of("name", "title", "label"),
                    Set.of("email", "sku", "code", "number"),
                    Set.of("description", "location", "type"));

    private Labels() {}

    /** One column, or two to be joined by a blank; empty when only the key tells rows apart. */
    static List<Field> of(Entity entity) {
        Field first = with(entity, "first");
        Field last = with(entity, "last");
        Field whole = named(entity);
        if (first != null
                && last != null
                && (whole == null || whole.equals(first) || whole.equals(last))) {
            return List.of(first, last);
        }
        if (whole != null) {
            return List.of(whole);
        }
        Field some = some(entity);
        return some != null ? List.of(some) : entity.identifier().map(List::of).orElse(List.of());
    }

    /** The columns whose values name rows; the first place to look for a name. */
    static boolean names(Field field) {
        return field.label() || NEXT.getFirst().contains(field.head());
    }

    private static @Nullable Field with(Entity entity, String word) {
        return entity.fields().stream()
                .filter(field -> field.label() && field.words().contains(word))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Field named(Entity entity) {
        Field best = null;
        int fewest = Integer.MAX_VALUE;
        for (Field field : entity.fields()) {
            long foreign =
                    field.words().stream()
                            .limit(field.words().size() - 1L)
                            .filter(word -> !entity.words().contains(word))
                            .count();
            if (field.label() && foreign < fewest) {
                fewest = (int) foreign;
                best = field;
            }
        }
        return best;
    }

    private static @Nullable Field some(Entity entity) {
        for (Set<String> heads : NEXT) {
            for (Field field : entity.fields()) {
                if (field.type() == FieldType.TEXT && heads.contains(field.head())) {
                    return field;
                }
            }
        }
        if (entity.identifier().isPresent()) {
            return entity.identifier().get();
        }
        return entity.fields().stream()
                .filter(field -> field.type() == FieldType.TEXT && !field.key())
                .findFirst()
                .orElse(null);
    }
}
