package io.daybook.query.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.platform.log.LogToken;

import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GenericTrackedEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** What a processor is told of a log in which only texts concern it. */
class GateTest {

    private final ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(1);
    private final Log log = new Log();
    private final Gate gate =
            new Gate(
                    log,
                    new Throttle(clock, type -> true, new Courtesy(), System::nanoTime),
                    String.class::equals);
    private final BlockingStream<TrackedEventMessage<?>> stream = gate.openStream(null);

    @AfterEach
    void stop() {
        clock.shutdownNow();
    }

    @Test
    void isEveryEventThatConcernsItAndTheLastOfThoseBehindThem() throws InterruptedException {
        log.happened(1, 2, "three", 4, "five", "six", 7, 8);
        assertThat(told()).containsExactly(3L, 5L, 6L, 8L);

        log.happened(9);
        assertThat(told()).containsExactly(9L);
    }

    @Test
    void isNothingBehindTheGateAndTheLastBeforeItWhateverThatIs() throws InterruptedException {
        gate.openUpTo(3);
        log.happened("one", 2, 3, 4, "five");
        assertThat(told()).containsExactly(1L, 3L);
        assertThat(stream.peek()).isEmpty();
        assertThat(gate.shut()).isEqualTo(3);

        gate.open();
        assertThat(told()).containsExactly(5L);
    }

    @Test
    void isNothingThatWasLookedAtWhileTheGateWasShut() throws InterruptedException {
        assertThat(gate.shut()).isEqualTo(-1);
        log.happened(1, "two");
        assertThat(told()).isEmpty();

        gate.openUpTo(1);
        assertThat(told()).containsExactly(1L);
        gate.open();
        assertThat(told()).containsExactly(2L);
    }

    @Test
    void isHowFarItHasComeAlsoWhileNothingConcernsIt() throws InterruptedException {
        log.happened(Collections.nCopies(2_500, 0).toArray());
        assertThat(told()).containsExactly(1_001L, 2_002L, 2_500L);
    }

    private List<Long> told() throws InterruptedException {
        List<Long> positions = new ArrayList<>();
        while (stream.hasNextAvailable(0, TimeUnit.SECONDS)) {
            assertThat(stream.peek()).isPresent();
            positions.add(LogToken.positionOf(stream.nextAvailable()));
        }
        return positions;
    }

    /** A log of which events may be texts and numbers. */
    private static final class Log
            implements StreamableMessageSource<TrackedEventMessage<?>>,
                    BlockingStream<TrackedEventMessage<?>> {

        private final Deque<TrackedEventMessage<?>> events = new ArrayDeque<>();
        private long head;

        void happened(Object... payloads) {
            for (Object payload : payloads) {
                events.add(
                        new GenericTrackedEventMessage<>(
                                LogToken.at(++head), GenericEventMessage.asEventMessage(payload)));
            }
        }

        @Override
        public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken token) {
            return this;
        }

        @Override
        public Optional<TrackedEventMessage<?>> peek() {
            return Optional.ofNullable(events.peek());
        }

        @Override
        public boolean hasNextAvailable(int timeout, TimeUnit unit) {
            return !events.isEmpty();
        }

        @Override
        public TrackedEventMessage<?> nextAvailable() {
            return events.remove();
        }

        @Override
        public void close() {
            events.clear();
        }
    }
}
