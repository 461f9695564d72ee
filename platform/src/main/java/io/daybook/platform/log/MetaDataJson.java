package io.daybook.platform.log;

import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.ObjectMapper;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/** Reads metadata that holds nothing but texts, as ours does, on the shortest way. */
final class MetaDataJson {

    private MetaDataJson() {}

    /**
     * The metadata, each text as a function has it, those left out for which it has none; empty
     * where there is anything but texts.
     */
    static Optional<MetaData> texts(
            ObjectMapper mapper, byte[] json, BiFunction<String, String, @Nullable String> text) {
        try (JsonParser parser = mapper.createParser(json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            Map<String, Object> values = HashMap.newHashMap(8);
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String key = parser.currentName();
                if (parser.nextToken() != JsonToken.VALUE_STRING) {
                    return Optional.empty();
                }
                String value = text.apply(key, parser.getString());
                if (value != null) {
                    values.put(key, value);
                }
            }
            return Optional.of(new MetaData(values));
        }
    }
}
