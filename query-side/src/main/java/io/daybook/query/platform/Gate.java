package io.daybook.query.platform;

import io.daybook.platform.log.LogToken;

import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The log as one processor sees it, with a gate that can be shut behind any position: so a
 * generation is brought to a halt exactly where another one stands.
 */
final class Gate implements StreamableMessageSource<TrackedEventMessage<?>> {

    private final StreamableMessageSource<TrackedEventMessage<?>> log;
    private final Throttle throttle;
    private long furthest = Long.MAX_VALUE;
    private long passed = -1;
    private Runnable callback = () -> {};

    Gate(StreamableMessageSource<TrackedEventMessage<?>> log, Throttle throttle) {
        this.log = log;
        this.throttle = throttle;
    }

    /** Lets nothing more through; answers the position of what passed last, or -1. */
    synchronized long shut() {
        furthest = passed;
        return passed;
    }

    /** Lets everything through up to a position. */
    void openUpTo(long position) {
        synchronized (this) {
            furthest = position;
        }
        knock(); // what stood before the gate is news to the processor
    }

    /** Lets everything through. */
    void open() {
        openUpTo(Long.MAX_VALUE);
    }

    /** Has the processor look whether there is something to read. */
    void knock() {
        Runnable waiting;
        synchronized (this) {
            waiting = callback;
        }
        waiting.run();
    }

    private synchronized void callWith(Runnable next) {
        callback = next;
    }

    private synchronized boolean lets(TrackedEventMessage<?> event) {
        return LogToken.positionOf(event) <= furthest;
    }

    private synchronized boolean pass(TrackedEventMessage<?> event) {
        boolean passes = lets(event);
        if (passes) {
            passed = Math.max(passed, LogToken.positionOf(event));
        }
        return passes;
    }

    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken token) {
        return new GatedStream(log.openStream(token));
    }

    @Override
    public TrackingToken createTailToken() {
        return log.createTailToken();
    }

    @Override
    public TrackingToken createHeadToken() {
        return log.createHeadToken();
    }

    @Override
    public TrackingToken createTokenAt(Instant at) {
        return log.createTokenAt(at);
    }

    private final class GatedStream implements BlockingStream<TrackedEventMessage<?>> {

        private final BlockingStream<TrackedEventMessage<?>> stream;

        GatedStream(BlockingStream<TrackedEventMessage<?>> stream) {
            this.stream = stream;
        }

        @Override
        public Optional<TrackedEventMessage<?>> peek() {
            return stream.peek().filter(Gate.this::lets);
        }

        // What is told to be there counts as passed: the processor takes it next. A stream of
        // Axon's ends at every gap in the positions and begins anew when it is asked again; the
        // processor would take that for the head of the log and rest for seconds.
        @Override
        public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
            return (stream.hasNextAvailable(timeout, unit) || stream.hasNextAvailable())
                    && stream.peek().filter(Gate.this::pass).isPresent();
        }

        @Override
        public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
            return stream.nextAvailable();
        }

        @Override
        public void close() {
            stream.close();
        }

        @Override
        public void skipMessagesWithPayloadTypeOf(TrackedEventMessage<?> ignored) {
            stream.skipMessagesWithPayloadTypeOf(ignored);
        }

        @Override
        public boolean setOnAvailableCallback(Runnable callback) {
            callWith(callback);
            return stream.setOnAvailableCallback(throttle.before(callback));
        }
    }
}
