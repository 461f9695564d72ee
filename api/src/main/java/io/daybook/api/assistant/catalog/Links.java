package io.daybook.api.assistant.catalog;

import io.daybook.api.mcp.DatabaseSchema;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Finds the links of a schema: declared foreign keys, and columns named like another's key. */
final class Links {

    private static final Set<String> KEY_WORDS =
            Set.of("id", "number", "code", "key", "ref", "fk", "nr");

    private Links() {}

    static List<Link> find(DatabaseSchema schema, List<Entity> entities) {
        List<Link> links = new ArrayList<>();
        for (DatabaseSchema.Table table : schema.tables()) {
            Entity many = named(entities, table.schema(), table.name());
            for (DatabaseSchema.Column column : table.columns()) {
                Link link = many == null ? null : declared(entities, many, column);
                if (link != null) {
                    links.add(link);
                }
            }
        }
        for (Entity many : entities) {
            for (Field field : many.fields()) {
                if (links.stream()
                        .noneMatch(
                                link ->
                                        link.many().is(many)
                                                && link.from().name().equals(field.name()))) {
                    guess(entities, many, field, links);
                }
            }
        }
        return links;
    }

    private static @Nullable Link declared(
            List<Entity> entities, Entity many, DatabaseSchema.Column column) {
        if (column.references() == null) {
            return null;
        }
        String[] target = column.references().split("\\.", 3);
        Entity one = target.length == 3 ? named(entities, target[0], target[1]) : null;
        if (one == null) {
            return null;
        }
        Field from = many.field(column.name()).orElse(null);
        Field to = one.field(target[2]).orElse(null);
        return from == null || to == null ? null : new Link(many, from, one, to);
    }

    /** A column without a foreign key whose name says whose key it holds. */
    private static void guess(List<Entity> entities, Entity many, Field field, List<Link> links) {
        if (many.identifiers().equals(List.of(field.name())) || field.type().temporal()) {
            return;
        }
        for (Entity one : entities) {
            Field key = one.identifier().orElse(null);
            if (key != null
                    && !one.is(many)
                    && alike(field.type(), key.type())
                    && points(field, one, key)) {
                links.add(new Link(many, field, one, key));
                return;
            }
        }
    }

    private static boolean points(Field field, Entity one, Field key) {
        List<String> words = field.words();
        if (words.equals(key.words()) && words.size() > 1) {
            return true;
        }
        boolean named =
                words.size() > 1
                        && KEY_WORDS.contains(words.getLast())
                        && words.subList(0, words.size() - 1).equals(one.words());
        return named && KEY_WORDS.contains(key.head());
    }

    private static boolean alike(FieldType one, FieldType other) {
        return one == other || (one.numeric() && other.numeric());
    }

    private static @Nullable Entity named(List<Entity> entities, String schema, String name) {
        return entities.stream()
                .filter(entity -> entity.schema().equals(schema) && entity.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    /** The same entity with the columns that links leave from marked as keys. */
    static Entity keyed(Entity entity, List<Link> links) {
        List<Field> fields =
                entity.fields().stream().map(field -> keyed(entity, field, links)).toList();
        return new Entity(
                entity.schema(),
                entity.name(),
                entity.words(),
                entity.commentWords(),
                entity.rows(),
                fields,
                entity.identifiers());
    }

    private static Field keyed(Entity entity, Field field, List<Link> links) {
        boolean leaves =
                links.stream()
                        .anyMatch(
                                link ->
                                        link.many().is(entity)
                                                && link.from().name().equals(field.name()));
        return leaves
                ? new Field(
                        field.name(),
                        field.words(),
                        field.commentWords(),
                        field.type(),
                        field.nullable(),
                        true)
                : field;
    }

    /** The same links between the marked entities. */
    static List<Link> over(List<Link> links, List<Entity> entities) {
        List<Link> moved = new ArrayList<>();
        for (Link link : links) {
            Entity many = named(entities, link.many().schema(), link.many().name());
            Entity one = named(entities, link.one().schema(), link.one().name());
            if (many != null && one != null) {
                moved.add(
                        new Link(
                                many,
                                many.field(link.from().name()).orElse(link.from()),
                                one,
                                one.field(link.to().name()).orElse(link.to())));
            }
        }
        return moved;
    }
}
