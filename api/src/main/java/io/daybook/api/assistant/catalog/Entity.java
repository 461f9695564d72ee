package io.daybook.api.assistant.catalog;

import java.util.List;
import java.util.Optional;

/** A table or view, with the words of its name and of its comment, and its identifying columns. */
public record Entity(
        String schema,
        String name,
        List<String> words,
        List<String> commentWords,
        long rows,
        List<Field> fields,
        List<String> identifiers) {

    public Optional<Field> field(String column) {
        return fields.stream().filter(field -> field.name().equals(column)).findFirst();
    }

    /** The one column that tells rows apart, when there is exactly one. */
    public Optional<Field> identifier() {
        return identifiers.size() == 1 ? field(identifiers.getFirst()) : Optional.empty();
    }

    public boolean is(Entity other) {
        return schema.equals(other.schema) && name.equals(other.name);
    }
}
