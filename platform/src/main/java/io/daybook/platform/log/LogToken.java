package io.daybook.platform.log;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;

import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;

import java.io.Serial;
import java.util.Collection;

/**
 * How far a reader has come, and the own position of the event that brought it there: where an
 * event fills a gap the two differ, and a row that carries the position has to be the same whenever
 * it is built.
 */
public final class LogToken extends GapAwareTrackingToken {

    @Serial private static final long serialVersionUID = 1L;

    private final long position;

    @JsonCreator
    public LogToken(
            @JsonProperty("index") long index,
            @JsonProperty("gaps") Collection<Long> gaps,
            @JsonProperty("position") long position) {
        super(index, gaps);
        this.position = position;
    }

    /** The own position of the event. */
    @JsonProperty("position")
    public long ownPosition() {
        return position;
    }

    /** The own position of an event that was read from a stream. */
    public static long positionOf(TrackedEventMessage<?> event) {
        return event.trackingToken() instanceof LogToken token
                ? token.position
                : event.trackingToken().position().orElse(-1);
    }

    /** Whether a reader with this token has seen the event at a position. */
    public static boolean covers(@Nullable TrackingToken token, long position) {
        return switch (token) {
            case null -> position < 0;
            case GapAwareTrackingToken gaps ->
                    gaps.getIndex() >= position && !gaps.getGaps().contains(position);
            default -> token.position().orElse(-1) >= position;
        };
    }
}
