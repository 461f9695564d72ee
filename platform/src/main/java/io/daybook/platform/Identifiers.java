package io.daybook.platform;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** Makes identifiers: UUID version 7 (RFC 9562), which sort in the order of their making. */
public final class Identifiers {

    private static final UuidSequence SEQUENCE = UuidSequence.start();

    /** What nobody but this process can know of; bounded, because forgetting one costs little. */
    private static final Cache<String, Boolean> UNUSED =
            Caffeine.newBuilder()
                    .maximumSize(10_000)
                    .expireAfterWrite(Duration.ofMinutes(1))
                    .build();

    private Identifiers() {}

    /** The next identifier. */
    public static UUID next() {
        return SEQUENCE.next();
    }

    /** Less than any identifier that is made at a moment or later. */
    public static UUID atLeastOf(Instant moment) {
        return UuidSequence.first(moment.toEpochMilli());
    }

    /**
     * The next identifier, for something that begins to exist: the event log need not be asked what
     * it knows of it.
     */
    public static UUID forNew() {
        UUID id = next();
        UNUSED.put(id.toString(), true);
        return id;
    }

    /** Whether {@link #forNew} made this identifier here and nobody has used it; uses it. */
    public static boolean use(String id) {
        return UNUSED.asMap().remove(id) != null;
    }
}
