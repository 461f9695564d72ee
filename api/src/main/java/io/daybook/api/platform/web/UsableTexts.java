package io.daybook.api.platform.web;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.LogicalType;

/**
 * Refuses texts with the character NUL where bodies of requests are read: PostgreSQL has no place
 * for it, so an event that told of it could not be taken in by any read model.
 */
final class UsableTexts extends SimpleModule {

    UsableTexts() {
        super("usable-texts");
        addDeserializer(String.class, new WithoutNul());
    }

    private static final class WithoutNul extends StdScalarDeserializer<String> {

        WithoutNul() {
            super(String.class);
        }

        @Override
        public LogicalType logicalType() {
            return LogicalType.Textual;
        }

        @Override
        public @Nullable String deserialize(JsonParser parser, DeserializationContext context) {
            String text = StringDeserializer.instance.deserialize(parser, context);
            if (text != null && text.indexOf('\0') >= 0) {
                throw context.weirdStringException(
                        text, String.class, "the character NUL is no part of a text");
            }
            return text;
        }
    }
}
