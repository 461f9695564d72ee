package io.daybook.api.assistant.models;

import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.model.chat.request.json.JsonArraySchema;
import dev.langchain4j.model.chat.request.json.JsonBooleanSchema;
import dev.langchain4j.model.chat.request.json.JsonIntegerSchema;
import dev.langchain4j.model.chat.request.json.JsonNumberSchema;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.request.json.JsonSchemaElement;
import dev.langchain4j.model.chat.request.json.JsonStringSchema;

import io.daybook.api.mcp.ToolDefinition;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/** Tools as MCP describes them, as the models take them. */
final class ToolSchemas {

    private ToolSchemas() {}

    static ToolSpecification of(ToolDefinition tool) {
        return ToolSpecification.builder()
                .name(tool.name())
                .description(tool.description())
                .parameters(object(tool.inputSchema()))
                .build();
    }

    private static JsonObjectSchema object(Map<?, ?> schema) {
        JsonObjectSchema.Builder builder =
                JsonObjectSchema.builder().description(text(schema, "description"));
        if (schema.get("properties") instanceof Map<?, ?> properties) {
            properties.forEach(
                    (name, property) -> {
                        if (property instanceof Map<?, ?> one) {
                            builder.addProperty(String.valueOf(name), element(one));
                        }
                    });
        }
        if (schema.get("required") instanceof List<?> required) {
            builder.required(required.stream().map(String::valueOf).toList());
        }
        return builder.build();
    }

    private static JsonSchemaElement element(Map<?, ?> schema) {
        String description = text(schema, "description");
        return switch (String.valueOf(schema.get("type"))) {
            case "integer" -> JsonIntegerSchema.builder().description(description).build();
            case "number" -> JsonNumberSchema.builder().description(description).build();
            case "boolean" -> JsonBooleanSchema.builder().description(description).build();
            case "object" -> object(schema);
            case "array" ->
                    JsonArraySchema.builder()
                            .description(description)
                            .items(
                                    schema.get("items") instanceof Map<?, ?> items
                                            ? element(items)
                                            : new JsonStringSchema())
                            .build();
            default -> JsonStringSchema.builder().description(description).build();
        };
    }

    private static @Nullable String text(Map<?, ?> schema, String key) {
        return schema.get(key) instanceof String text ? text : null;
    }
}
