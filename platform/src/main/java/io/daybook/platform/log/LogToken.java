package io.daybook.platform.log;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;

import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;

import java.io.Serial;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * How far a reader has come, and the own position of the event that brought it there: where an
 * event fills a gap the two differ, and a row that carries the position has to be the same whenever
 * it is built.
 */
public final class LogToken extends GapAwareTrackingToken {

    /** Before the first event: positions begin at 1. */
    static final GapAwareTrackingToken BEGINNING = new LogToken(0, List.of(), 0);

    @Serial private static final long serialVersionUID = 1L;

    private final long position;
    private final transient long settled;

    @JsonCreator
    public LogToken(
            @JsonProperty("index") long index,
            @JsonProperty("gaps") Collection<Long> gaps,
            @JsonProperty("position") long position) {
        this(index, gaps, position, 0);
    }

    private LogToken(long index, Collection<Long> gaps, long position, long settled) {
        super(index, gaps);
        this.position = position;
        this.settled = settled;
    }

    /** The own position of the event. */
    @JsonProperty("position")
    public long ownPosition() {
        return position;
    }

    /**
     * The same for a reader who is about to read, and for whom every gap before a position is
     * final. That is forgotten when the token is stored.
     */
    static LogToken reading(GapAwareTrackingToken token, long settled) {
        return new LogToken(token.getIndex(), token.getGaps(), token.getIndex(), settled);
    }

    /**
     * Behind the next event that was read; a reader gets them in the order of their positions. What
     * is missing before it stays a gap, unless it was final before this reading began.
     */
    LogToken behind(long read) {
        long from = Math.min(read, settled);
        long next = Math.max(from, getIndex() + 1);
        if (next >= read && getGaps().isEmpty()) {
            return new LogToken(read, List.of(), read, settled);
        }
        SortedSet<Long> gaps = new TreeSet<>(getGaps().tailSet(from));
        gaps.remove(read);
        for (long missing = next; missing < read; missing++) {
            gaps.add(missing);
        }
        return new LogToken(Math.max(getIndex(), read), gaps, read, settled);
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
