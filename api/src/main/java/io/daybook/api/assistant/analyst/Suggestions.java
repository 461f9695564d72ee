package io.daybook.api.assistant.analyst;

import io.daybook.api.assistant.catalog.Catalog;
import io.daybook.api.assistant.catalog.Entity;
import io.daybook.api.assistant.catalog.Field;
import io.daybook.api.assistant.catalog.FieldType;
import io.daybook.api.assistant.words.Names;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Questions that can surely be asked of a schema. */
final class Suggestions {

    private static final int MOST = 4;

    private Suggestions() {}

    static List<String> of(Catalog catalog) {
        List<Entity> entities =
                catalog.entities().stream()
                        .sorted(Comparator.comparingLong(Entity::rows).reversed())
                        .limit(3)
                        .toList();
        List<String> suggestions = new ArrayList<>();
        TimeColumns times = new TimeColumns(catalog);
        for (Entity entity : entities) {
            String name = Names.spoken(entity.name());
            suggestions.add("how many " + name);
            if (times.of(entity, List.of()).isPresent()) {
                suggestions.add("number of " + name + " per month");
            }
            entity.fields().stream()
                    .filter(
                            field ->
                                    field.type() == FieldType.TEXT
                                            && !field.key()
                                            && !field.label())
                    .findFirst()
                    .ifPresent(
                            field -> suggestions.add("number of " + name + " by " + spoken(field)));
            entity.fields().stream()
                    .filter(Field::measure)
                    .findFirst()
                    .ifPresent(
                            field -> suggestions.add("average " + spoken(field) + " of " + name));
        }
        return suggestions.stream().limit(MOST).toList();
    }

    private static String spoken(Field field) {
        return Names.spoken(field.name());
    }
}
