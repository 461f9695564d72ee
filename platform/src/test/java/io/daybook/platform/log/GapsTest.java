package io.daybook.platform.log;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Stretches are the same as the positions one by one, and as cheap for many as for one. */
class GapsTest {

    private static final int POSITIONS = 24;

    @RepeatedTest(200)
    void areWhatTheirPositionsAre(RepetitionInfo run) {
        Random random = new Random(run.getCurrentRepetition());
        NavigableSet<Long> some = some(random);
        NavigableSet<Long> others = some(random);
        Gaps gaps = Gaps.of(some);
        Gaps other = Gaps.of(others);
        long at = random.nextInt(POSITIONS);

        assertThat(positions(gaps)).isEqualTo(some);
        assertThat(gaps.contains(at)).isEqualTo(some.contains(at));
        assertThat(positions(gaps.without(at))).isEqualTo(changed(some, Set.of(at), false));
        assertThat(positions(gaps.from(at))).isEqualTo(some.tailSet(at));
        assertThat(positions(gaps.upTo(at))).isEqualTo(some.headSet(at + 1));
        assertThat(positions(gaps.minus(other))).isEqualTo(changed(some, others, false));
        assertThat(positions(gaps.plus(other))).isEqualTo(changed(some, others, true));
        assertThat(positions(gaps.in(other)))
                .isEqualTo(changed(some, changed(some, others, false), false));
        assertThat(Gaps.of(gaps.ends())).isEqualTo(gaps);
        assertThat(gaps.plus(other)).isEqualTo(other.plus(gaps));
    }

    @RepeatedTest(200)
    void tokensComeTogetherAsTheEventsThatWereSeen(RepetitionInfo run) {
        Random random = new Random(run.getCurrentRepetition());
        LogToken one = token(random);
        LogToken other = token(random);

        for (long position = 1; position <= POSITIONS; position++) {
            boolean both = LogToken.covers(one, position) && LogToken.covers(other, position);
            boolean either = LogToken.covers(one, position) || LogToken.covers(other, position);
            assertThat(LogToken.covers(one.upperBound(other), position)).isEqualTo(either);
            if (LogToken.covers(one.lowerBound(other), position)) {
                assertThat(both).isTrue();
            }
        }
        assertThat(one.covers(one.lowerBound(other))).isTrue();
        assertThat(one.upperBound(other).covers(one)).isTrue();
        assertThat(one.covers(other) && other.covers(one)).isEqualTo(one.equals(other));
    }

    @Test
    void aMillionPositionsThatNobodyFillsTakeTwoNumbers() {
        LogToken token = LogToken.at(5).reading(0).behind(1_000_000);

        assertThat(token.stretches()).containsExactly(6, 999_999);
        assertThat(token.behind(500).stretches()).containsExactly(6, 499, 501, 999_999);
        assertThat(token.reading(500_000).behind(1_000_001).stretches())
                .containsExactly(500_000, 999_999);
        assertThat(token.reading(1_000_000).behind(1_000_001).gaps().isEmpty()).isTrue();
    }

    private static LogToken token(Random random) {
        NavigableSet<Long> gaps = some(random);
        long index = gaps.isEmpty() ? 3 : gaps.last() + 1;
        return new LogToken(index, List.copyOf(gaps), null, index);
    }

    private static NavigableSet<Long> some(Random random) {
        TreeSet<Long> some = new TreeSet<>();
        int share = random.nextInt(4);
        for (long position = 1; position < POSITIONS; position++) {
            if (random.nextInt(4) < share) {
                some.add(position);
            }
        }
        return some;
    }

    private static NavigableSet<Long> changed(
            Collection<Long> some, Collection<Long> others, boolean added) {
        TreeSet<Long> changed = new TreeSet<>(some);
        if (added) {
            changed.addAll(others);
        } else {
            changed.removeAll(others);
        }
        return changed;
    }

    private static Collection<Long> positions(Gaps gaps) {
        long[] firsts = gaps.firsts();
        long[] lasts = gaps.lasts();
        return new TreeSet<>(
                IntStream.range(0, gaps.count())
                        .boxed()
                        .flatMapToLong(at -> LongStream.rangeClosed(firsts[at], lasts[at]))
                        .boxed()
                        .toList());
    }
}
