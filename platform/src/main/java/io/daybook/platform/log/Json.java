package io.daybook.platform.log;

import org.axonframework.serialization.jackson3.Jackson3Serializer;

import tools.jackson.databind.DefaultTyping;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

/**
 * How messages become JSON: times as ISO-8601, unknown fields passed over, foreign classes refused.
 */
public final class Json {

    private Json() {}

    /** The serializer of commands, queries, tokens and everything that is not an event. */
    public static Jackson3Serializer messageSerializer() {
        return Jackson3Serializer.builder()
                .jsonMapperBuilderCustomizer(
                        mapper -> {
                            configure(mapper);
                            // Tokens of a replay carry their class; Jackson 3 refuses classes that
                            // are not allowed by name.
                            mapper.activateDefaultTyping(
                                    BasicPolymorphicTypeValidator.builder()
                                            .allowIfSubType("org.axonframework.")
                                            .allowIfSubType("io.daybook.messages.")
                                            .allowIfSubType("java.")
                                            .build(),
                                    DefaultTyping.OBJECT_AND_NON_CONCRETE);
                        })
                .build();
    }

    static void configure(JsonMapper.Builder mapper) {
        mapper.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        mapper.disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);
        mapper.disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS);
    }
}
