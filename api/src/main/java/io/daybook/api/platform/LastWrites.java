package io.daybook.api.platform;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.UUID;

/**
 * Where the last write of each session stands in the log: reads of a client that names no position
 * show at least that. It is known on the node that took the write only, and for as long as a read
 * model is usually behind many times over; whoever sends the position is sure of it on all.
 */
public final class LastWrites {

    private static final Duration REMEMBERED = Duration.ofSeconds(30);
    private static final int MOST = 100_000;

    private final Cache<UUID, Long> positions =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(REMEMBERED).build();

    /** A session has written up to a position; a command of nobody's session is not noted. */
    void wrote(@Nullable UUID session, long position) {
        if (session != null && position >= 0) {
            positions.asMap().merge(session, position, Math::max);
        }
    }

    /** What a session has to see. */
    public Position of(UUID session) {
        Long position = positions.getIfPresent(session);
        return position == null ? Position.ANY : new Position(position);
    }
}
