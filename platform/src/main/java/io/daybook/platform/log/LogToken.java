package io.daybook.platform.log;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;

import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.Objects;
import java.util.OptionalLong;

/**
 * How far a reader has come, what it has not seen before, and the own position of the event that
 * brought it there: where an event fills a gap the two differ, and a row that carries the position
 * has to be the same whenever it is built.
 */
public final class LogToken implements TrackingToken {

    /** Before the first event: positions begin at 1. */
    static final LogToken BEGINNING = at(0);

    private final long index;
    private final Gaps gaps;
    private final long position;
    private final long settled;

    /**
     * As it is stored.
     *
     * @param positions gaps one by one, in tokens of before they were stretches
     * @param stretches the first and the last position of each gap in turns
     */
    @JsonCreator
    public LogToken(
            @JsonProperty("index") long index,
            @JsonProperty("gaps") @Nullable Collection<Long> positions,
            @JsonProperty("stretches") long @Nullable [] stretches,
            @JsonProperty("position") long position) {
        this(
                index,
                stretches != null
                        ? Gaps.of(stretches)
                        : positions != null ? Gaps.of(positions) : Gaps.NONE,
                position,
                0);
    }

    private LogToken(long index, Gaps gaps, long position, long settled) {
        this.index = index;
        this.gaps = gaps;
        this.position = position;
        this.settled = settled;
    }

    /** Of a reader who has seen everything up to a position. */
    public static LogToken at(long position) {
        return new LogToken(position, Gaps.NONE, position, 0);
    }

    /** Of a reader of the log; Axon's own tokens are understood, and none is the beginning. */
    static LogToken of(@Nullable TrackingToken token) {
        return switch (token) {
            case null -> BEGINNING;
            case LogToken own -> own;
            case GapAwareTrackingToken axons ->
                    new LogToken(axons.getIndex(), axons.getGaps(), null, axons.getIndex());
            default -> throw new IllegalArgumentException("Not a token of the log: " + token);
        };
    }

    /** The highest position that was seen. */
    @JsonProperty("index")
    public long index() {
        return index;
    }

    /** What was not seen before it, as it is stored. */
    @JsonProperty("stretches")
    public long[] stretches() {
        return gaps.ends();
    }

    /** The own position of the event. */
    @JsonProperty("position")
    public long ownPosition() {
        return position;
    }

    /** What was not seen before the highest position. */
    public Gaps gaps() {
        return gaps;
    }

    /**
     * The same for a reader who is about to read, and for whom every gap before a position is
     * final. That is forgotten when the token is stored.
     */
    LogToken reading(long settledBefore) {
        return new LogToken(index, gaps, index, settledBefore);
    }

    /** The gaps that may still be filled after this reading. */
    Gaps open() {
        return gaps.from(settled);
    }

    /**
     * Behind the next event that was read; a reader gets them in the order of their positions. What
     * is missing before it stays a gap, unless it was final before this reading began.
     */
    LogToken behind(long read) {
        Gaps open = gaps.from(Math.min(read, settled)).without(read);
        long missing = Math.max(index + 1, settled);
        return new LogToken(
                Math.max(index, read),
                missing < read ? open.and(missing, read - 1) : open,
                read,
                settled);
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
            case LogToken own -> own.index >= position && !own.gaps.contains(position);
            default -> token.position().orElse(-1) >= position;
        };
    }

    @Override
    public boolean covers(TrackingToken token) {
        LogToken other = of(token);
        return covers(this, other.index) && gaps.upTo(other.index - 1).minus(other.gaps).isEmpty();
    }

    @Override
    public TrackingToken lowerBound(TrackingToken token) {
        LogToken other = of(token);
        Gaps all = gaps.plus(other.gaps);
        long seen = all.seenUpTo(Math.min(index, other.index));
        return new LogToken(seen, all.upTo(seen), seen, 0);
    }

    @Override
    public TrackingToken upperBound(TrackingToken token) {
        LogToken other = of(token);
        long both = Math.min(index, other.index);
        long either = Math.max(index, other.index);
        Gaps before = gaps.in(other.gaps).upTo(both);
        Gaps behind = gaps.plus(other.gaps).from(both + 1);
        return new LogToken(either, before.plus(behind), either, 0);
    }

    @Override
    public boolean samePositionAs(TrackingToken token) {
        return of(token).index == index;
    }

    @Override
    public OptionalLong position() {
        return OptionalLong.of(index);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof LogToken token
                        && index == token.index
                        && gaps.equals(token.gaps));
    }

    @Override
    public int hashCode() {
        return Objects.hash(index);
    }

    @Override
    public String toString() {
        return "LogToken{index=" + index + ", gaps=" + gaps + "}";
    }
}
