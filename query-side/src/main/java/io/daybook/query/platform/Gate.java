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
import java.util.function.Predicate;

/**
 * The log as one processor sees it: the events that concern it, and of those behind them only the
 * last, so that it knows how far it has come. A gate can be shut behind any position: so a
 * generation is brought to a halt exactly where another one stands.
 */
final class Gate implements StreamableMessageSource<TrackedEventMessage<?>> {

    /** So often at least it is said how far the log was read. */
    private static final int MOST = 1_000;

    private final StreamableMessageSource<TrackedEventMessage<?>> log;
    private final Throttle throttle;
    private final Predicate<Class<?>> told;
    private long furthest = Long.MAX_VALUE;
    private long passed = -1;
    private Runnable callback = () -> {};

    /**
     * @param told whether every event of a type is to be told
     */
    Gate(
            StreamableMessageSource<TrackedEventMessage<?>> log,
            Throttle throttle,
            Predicate<Class<?>> told) {
        this.log = log;
        this.throttle = throttle;
        this.told = told;
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
        private @Nullable TrackedEventMessage<?> next;

        GatedStream(BlockingStream<TrackedEventMessage<?>> stream) {
            this.stream = stream;
        }

        @Override
        public Optional<TrackedEventMessage<?>> peek() {
            Optional<TrackedEventMessage<?>> first =
                    next == null ? stream.peek() : Optional.of(next);
            return first.filter(Gate.this::lets);
        }

        // What is told to be there counts as passed: the processor takes it next. A stream of
        // Axon's ends at every gap in the positions and begins anew when it is asked again; the
        // processor would take that for the head of the log and rest for seconds.
        @Override
        public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
            if (next == null) {
                if (!stream.hasNextAvailable(timeout, unit) && !stream.hasNextAvailable()) {
                    return false;
                }
                next = stream.nextAvailable();
            }
            for (int passedOver = 0;
                    passedOver < MOST && isPassedOver(next) && isNextLet();
                    passedOver++) {
                next = stream.nextAvailable();
            }
            return pass(next);
        }

        private boolean isPassedOver(TrackedEventMessage<?> event) {
            return !told.test(event.getPayloadType());
        }

        private boolean isNextLet() {
            return stream.hasNextAvailable() && stream.peek().filter(Gate.this::lets).isPresent();
        }

        @Override
        public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
            TrackedEventMessage<?> taken = next == null ? stream.nextAvailable() : next;
            next = null;
            return taken;
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
