package io.daybook.api.assistant.catalog;

import io.daybook.api.assistant.words.Names;
import io.daybook.api.mcp.DatabaseSchema;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** All entities of a database and the links between them. */
public record Catalog(List<Entity> entities, Ways ways) {

    private static final Pattern NOT_LETTERS = Pattern.compile("[^\\p{L}]+");

    /** Reads a schema. */
    public static Catalog of(DatabaseSchema schema) {
        List<Entity> entities = new ArrayList<>();
        for (DatabaseSchema.Table table : schema.tables()) {
            if (!table.columns().isEmpty()) {
                entities.add(entity(table));
            }
        }
        List<Link> links = Links.find(schema, entities);
        List<Entity> keyed = entities.stream().map(entity -> Links.keyed(entity, links)).toList();
        return new Catalog(keyed, new Ways(Links.over(links, keyed)));
    }

    public Optional<Entity> entity(String schema, String name) {
        return entities.stream()
                .filter(entity -> entity.schema().equals(schema) && entity.name().equals(name))
                .findFirst();
    }

    /** Every field of every entity. */
    public List<Column> columns() {
        List<Column> columns = new ArrayList<>();
        for (Entity entity : entities) {
            entity.fields().forEach(field -> columns.add(new Column(entity, field)));
        }
        return columns;
    }

    private static Entity entity(DatabaseSchema.Table table) {
        List<Field> fields = new ArrayList<>();
        List<String> identifiers = new ArrayList<>();
        for (DatabaseSchema.Column column : table.columns()) {
            fields.add(field(column));
            if (column.primaryKey()) {
                identifiers.add(column.name());
            }
        }
        if (identifiers.isEmpty()) {
            fields.stream()
                    .filter(field -> field.words().equals(List.of("id")))
                    .findFirst()
                    .ifPresent(field -> identifiers.add(field.name()));
        }
        return new Entity(
                table.schema(),
                table.name(),
                Names.words(table.name()),
                comment(table.comment()),
                table.rowEstimate(),
                List.copyOf(fields),
                List.copyOf(identifiers));
    }

    private static Field field(DatabaseSchema.Column column) {
        List<String> words = Names.words(column.name());
        FieldType type = FieldType.of(column.type());
        boolean key =
                column.references() != null
                        || words.getLast().equals("id")
                        || (column.primaryKey() && !type.temporal());
        return new Field(
                column.name(), words, comment(column.comment()), type, column.nullable(), key);
    }

    private static List<String> comment(@Nullable String comment) {
        if (comment == null) {
            return List.of();
        }
        String letters = NOT_LETTERS.matcher(comment).replaceAll("_");
        return letters.isBlank() || letters.equals("_") ? List.of() : Names.words(letters);
    }
}
