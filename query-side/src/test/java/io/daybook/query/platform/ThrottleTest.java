package io.daybook.query.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.platform.log.CallingEventStore;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** When a projection looks for events, while time stands still. */
class ThrottleTest {

    private final Standing clock = new Standing();
    private final AtomicInteger looks = new AtomicInteger();
    private final Throttle throttle =
            new Throttle(clock, type -> type == String.class, new Courtesy(), () -> 0);
    private final CallingEventStore.Listener bell =
            (CallingEventStore.Listener) throttle.before(looks::incrementAndGet);

    @BeforeEach
    void looksAtOnceForTheFirstEventAfterAPause() {
        bell.arrived(Map.of(String.class, 1));
        assertThat(looks).hasValue(1);
    }

    @AfterEach
    void stop() {
        clock.shutdownNow();
    }

    @Test
    void looksLaterForThoseThatFollowTogether() {
        bell.arrived(Map.of(String.class, 1));
        bell.arrived(Map.of(String.class, 1));

        assertThat(looks).hasValue(1);
        assertThat(clock.pauses).hasSize(1);
    }

    @Test
    void looksSoonerForWhatConcernsItAndSoonestForMany() {
        bell.arrived(Map.of(Integer.class, 100));
        bell.arrived(Map.of(String.class, 24, Integer.class, 100));
        bell.arrived(Map.of(String.class, 1));

        assertThat(clock.pauses).hasSize(3).isSortedAccordingTo((one, next) -> next.compareTo(one));
        assertThat(clock.pauses).doesNotHaveDuplicates();
        assertThat(clock.getQueue()).as("what is still due").hasSize(1);
        assertThat(looks).hasValue(1);
    }

    @Test
    void looksNoMoreForWhatAReaderDidNotWaitFor() {
        bell.arrived(Map.of(String.class, 1));

        throttle.hurry();

        assertThat(looks).hasValue(2);
        assertThat(clock.getQueue()).isEmpty();
    }

    @Test
    void looksOnceMoreAtWhatArrivesNextWhileAReaderWaits() {
        throttle.hurry();
        bell.arrived(Map.of(Integer.class, 1));
        bell.arrived(Map.of(Integer.class, 1));

        assertThat(looks).hasValue(3);
        assertThat(clock.getQueue()).as("what is still due").hasSize(1);
    }

    /** Notes for how long something is put off, and never does it. */
    private static final class Standing extends ScheduledThreadPoolExecutor {

        private final List<Long> pauses = new ArrayList<>();

        Standing() {
            super(1);
            setRemoveOnCancelPolicy(true);
        }

        @Override
        public ScheduledFuture<?> schedule(Runnable task, long delay, TimeUnit unit) {
            pauses.add(delay);
            return super.schedule(task, 1, TimeUnit.DAYS);
        }
    }
}
