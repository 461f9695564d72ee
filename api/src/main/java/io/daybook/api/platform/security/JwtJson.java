package io.daybook.api.platform.security;

import io.jsonwebtoken.io.DeserializationException;
import io.jsonwebtoken.io.Deserializer;
import io.jsonwebtoken.io.SerializationException;
import io.jsonwebtoken.io.Serializer;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import java.io.OutputStream;
import java.io.Reader;
import java.util.LinkedHashMap;
import java.util.Map;

/** JSON for tokens by the Jackson that is here already; jjwt's own module wants an older one. */
final class JwtJson implements Serializer<Map<String, ?>>, Deserializer<Map<String, ?>> {

    private final JsonMapper json = new JsonMapper();

    @Override
    @Deprecated
    public byte[] serialize(Map<String, ?> members) {
        return json.writeValueAsBytes(members);
    }

    @Override
    public void serialize(Map<String, ?> members, OutputStream out) {
        try {
            json.writeValue(out, members);
        } catch (JacksonException failure) {
            throw new SerializationException("A token cannot be written", failure);
        }
    }

    @Override
    @Deprecated
    public Map<String, ?> deserialize(byte[] bytes) {
        return read(json.readerFor(LinkedHashMap.class).readValue(bytes));
    }

    @Override
    public Map<String, ?> deserialize(Reader reader) {
        try {
            return read(json.readerFor(LinkedHashMap.class).readValue(reader));
        } catch (JacksonException failure) {
            throw new DeserializationException("A token cannot be read", failure);
        }
    }

    private static Map<String, ?> read(Map<String, ?> members) {
        return members;
    }
}
