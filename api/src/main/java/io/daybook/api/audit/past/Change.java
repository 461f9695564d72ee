package io.daybook.api.audit.past;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A field that differs between two moments; absent where there was nothing. */
public record Change(String field, @Nullable JsonNode before, @Nullable JsonNode after) {

    /** Every field that differs, in the order in which the thing shows them. */
    static List<Change> between(@Nullable JsonNode earlier, @Nullable JsonNode later) {
        JsonNode before = earlier == null ? nothing() : earlier;
        JsonNode after = later == null ? nothing() : later;
        Set<String> fields = new LinkedHashSet<>(before.propertyNames());
        fields.addAll(after.propertyNames());
        return fields.stream()
                .map(field -> new Change(field, value(before, field), value(after, field)))
                .filter(change -> !value(change.before).equals(value(change.after)))
                .toList();
    }

    private static ObjectNode nothing() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static @Nullable JsonNode value(JsonNode thing, String field) {
        JsonNode value = thing.get(field);
        return value == null || value.isNull() ? null : value;
    }

    private static JsonNode value(@Nullable JsonNode value) {
        return value == null ? JsonNodeFactory.instance.nullNode() : value;
    }
}
