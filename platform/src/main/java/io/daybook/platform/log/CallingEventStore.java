package io.daybook.platform.log;

import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * The event store of this process. Its streams call when events arrive, and tell a {@link Listener}
 * of which types; those of Axon's own make every event processor look twice a second, or all the
 * time when that is too slow.
 *
 * <p>Axon's streams share what one of them reads next, from where that one stands. Another one that
 * stands before it, or has a gap there, waits for what it has missed until something else happens;
 * a stream of this store begins anew instead.
 */
public final class CallingEventStore extends EmbeddedEventStore {

    private static final Logger LOG = LoggerFactory.getLogger(CallingEventStore.class);
    private static final long PAUSE = Duration.ofSeconds(1).toNanos();
    private static final long IDLE = Duration.ofMillis(400).toNanos();

    private final Set<CallingStream> listeners = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean listening = new AtomicBoolean();
    private final AtomicLong newest = new AtomicLong(-1);
    private volatile boolean open = true;

    /** What can be given to a stream to be called, by somebody who is not concerned by all. */
    public interface Listener extends Runnable {

        /** So many events of these types arrived; none are named when that is not known. */
        void arrived(Map<Class<?>, Integer> types);
    }

    public CallingEventStore(Builder builder) {
        super(builder);
    }

    @Override
    public TrackingEventStream openStream(TrackingToken trackingToken) {
        return new CallingStream(trackingToken);
    }

    @Override
    public void shutDown() {
        open = false;
        super.shutDown();
    }

    private void add(CallingStream listener) {
        listeners.add(listener);
        if (listening.compareAndSet(false, true)) {
            Thread.ofVirtual().name("event-bell").start(this::listen);
        }
    }

    private void listen() {
        while (open) {
            try (TrackingEventStream events = openStream(createHeadToken())) {
                while (open) {
                    boolean arrived = events.hasNextAvailable(1, TimeUnit.SECONDS);
                    Map<Class<?>, Integer> types = new HashMap<>();
                    while (arrived) {
                        types.merge(events.nextAvailable().getPayloadType(), 1, Integer::sum);
                        arrived = events.hasNextAvailable();
                    }
                    // also after a quiet second: what was appended while this stream was opened is
                    // news to others though not to it
                    listeners.forEach(listener -> listener.call(types));
                }
            } catch (InterruptedException stopped) {
                return;
            } catch (RuntimeException failure) {
                if (open) {
                    LOG.warn("The log cannot be read; trying again: {}", failure.getMessage());
                    LockSupport.parkNanos(PAUSE);
                }
            }
        }
    }

    private final class CallingStream implements TrackingEventStream {

        private final Set<Class<?>> idle = ConcurrentHashMap.newKeySet();
        private volatile Runnable callback = () -> {};
        private volatile long called = System.nanoTime() - IDLE;
        private LogToken seen = LogToken.BEGINNING;
        private TrackingEventStream stream;
        private boolean closed;

        CallingStream(@Nullable TrackingToken from) {
            saw(from);
            stream = CallingEventStore.super.openStream(from);
        }

        @Override
        public boolean setOnAvailableCallback(Runnable onAvailable) {
            callback = onAvailable;
            add(this);
            return true;
        }

        // Who does nothing about any of these types has only to move on, which can wait.
        void call(Map<Class<?>, Integer> types) {
            boolean urgent = types.isEmpty() || !idle.containsAll(types.keySet());
            if (!urgent && System.nanoTime() - called < IDLE) {
                return;
            }
            called = System.nanoTime();
            try {
                if (callback instanceof Listener listener) {
                    listener.arrived(types);
                } else {
                    callback.run();
                }
            } catch (RuntimeException closing) {
                LOG.debug("A reader of the log is gone", closing);
            }
        }

        @Override
        public Optional<TrackedEventMessage<?>> peek() {
            return hasNextAvailable() ? stream.peek() : Optional.empty();
        }

        @Override
        public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
            return stream.hasNextAvailable(timeout, unit) || (isBehind() && hasNextAnew());
        }

        @Override
        public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
            boolean there;
            do {
                there = hasNextAvailable(1, TimeUnit.SECONDS);
            } while (!there);
            TrackedEventMessage<?> next = stream.nextAvailable();
            saw(next.trackingToken());
            return next;
        }

        private void saw(@Nullable TrackingToken token) {
            seen = LogToken.of(token);
            newest.accumulateAndGet(seen.index(), Math::max);
        }

        @Override
        public void skipMessagesWithPayloadTypeOf(TrackedEventMessage<?> ignored) {
            idle.add(ignored.getPayloadType());
        }

        private boolean isBehind() {
            return seen.index() < newest.get() || !seen.gaps().isEmpty();
        }

        private synchronized boolean hasNextAnew() {
            if (closed) {
                return false;
            }
            stream.close();
            stream = CallingEventStore.super.openStream(seen);
            return stream.hasNextAvailable();
        }

        @Override
        public synchronized void close() {
            closed = true;
            listeners.remove(this);
            stream.close();
        }
    }
}
