package io.daybook.platform.bus;

import io.daybook.messages.Actor;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** The metadata of messages: who acts, and positions of the log. */
public final class Metadata {

    /**
     * Position in the log: of a command's last event in its answer, at least to be reached in a
     * query.
     */
    public static final String POSITION = "position";

    private Metadata() {}

    /** What a command says of its actor; absent facts are left out. */
    public static Map<String, Object> of(Actor actor) {
        Map<String, Object> metadata = HashMap.newHashMap(4);
        putText(metadata, Actor.USER, actor.userId());
        putText(metadata, Actor.SESSION, actor.sessionId());
        putText(metadata, Actor.ADDRESS, actor.address());
        if (actor.administrator()) {
            metadata.put(Actor.ADMINISTRATOR, "true");
        }
        return metadata;
    }

    /** The actor that metadata speaks of. */
    public static Actor actor(Map<String, ?> metadata) {
        return new Actor(
                identifier(metadata.get(Actor.USER)),
                identifier(metadata.get(Actor.SESSION)),
                metadata.containsKey(Actor.ADMINISTRATOR),
                metadata.get(Actor.ADDRESS) instanceof String address ? address : null);
    }

    /** A position to be reached. */
    public static Map<String, Object> position(long position) {
        return Map.of(POSITION, position);
    }

    private static void putText(Map<String, Object> metadata, String key, @Nullable Object value) {
        if (value != null) {
            metadata.put(key, value.toString());
        }
    }

    private static @Nullable UUID identifier(@Nullable Object value) {
        return value == null ? null : UUID.fromString(value.toString());
    }
}
