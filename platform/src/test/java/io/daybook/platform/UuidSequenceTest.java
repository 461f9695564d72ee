package io.daybook.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;

class UuidSequenceTest {

    private static final SipHash HASH = new SipHash(0x0706050403020100L, 0x0f0e0d0c0b0a0908L);

    private final AtomicLong clock = new AtomicLong(0x0123_4567_89ABL);
    private final UuidSequence sequence = new UuidSequence(clock::get, HASH);

    @Test
    void bearsTheTimeTheVersionAndTheVariant() {
        UUID id = sequence.next();

        assertThat(id.toString()).startsWith("01234567-89ab-7");
        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
    }

    @Test
    void tellsWhatIsLessThanAllOfAMillisecondAndMoreThanAllBefore() {
        UUID first = UuidSequence.first(clock.get());
        UUID made = sequence.next();
        clock.decrementAndGet();
        UUID before = new UuidSequence(clock::get, HASH).next();

        assertThat(List.of(before, first, made))
                .isSortedAccordingTo(UuidSequenceTest::asTheyAreStored);
    }

    @Test
    void growsWhateverTheClockDoes() {
        List<UUID> made =
                Stream.of(0L, 0L, 1L, -3_600_000L, 3_600_000L, 0L)
                        .flatMap(
                                jump -> {
                                    clock.addAndGet(jump);
                                    // more than the counter holds in one millisecond
                                    return Stream.generate(sequence::next).limit(10_000);
                                })
                        .toList();

        assertThat(made).isSortedAccordingTo(UuidSequenceTest::asTheyAreStored);
        assertThat(made).doesNotHaveDuplicates().allMatch(id -> id.version() == 7);
    }

    @Test
    void makesNoneTwiceForManyAtOnce() throws InterruptedException, ExecutionException {
        int callers = 8;
        CountDownLatch together = new CountDownLatch(callers);
        Set<UUID> all = new HashSet<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(callers)) {
            List<Future<List<UUID>>> made =
                    IntStream.range(0, callers)
                            .mapToObj(
                                    caller ->
                                            threads.submit(
                                                    () -> {
                                                        together.countDown();
                                                        together.await();
                                                        return Stream.generate(sequence::next)
                                                                .limit(20_000)
                                                                .toList();
                                                    }))
                            .toList();
            for (Future<List<UUID>> one : made) {
                assertThat(one.get()).isSortedAccordingTo(UuidSequenceTest::asTheyAreStored);
                all.addAll(one.get());
            }
        }

        assertThat(all).hasSize(callers * 20_000);
    }

    @Test
    void cannotBeToldFromTheSameMomentElsewhere() {
        UUID here = sequence.next();
        UUID there = new UuidSequence(clock::get, new SipHash(1, 2)).next();

        assertThat(here.getLeastSignificantBits()).isNotEqualTo(there.getLeastSignificantBits());
    }

    /** The eighth of the reference implementation's vectors. */
    @Test
    void hashesAsThePaperSays() {
        assertThat(HASH.of(0x0706050403020100L)).isEqualTo(0x93f5f5799a932462L);
    }

    private static int asTheyAreStored(UUID one, UUID other) {
        return one.toString().compareTo(other.toString());
    }
}
