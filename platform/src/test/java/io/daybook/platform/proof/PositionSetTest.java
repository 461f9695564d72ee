package io.daybook.platform.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.util.Random;
import java.util.stream.LongStream;

class PositionSetTest {

    @Test
    void readsWhatItWrote() {
        Random random = new Random(7);
        for (int round = 0; round < 50; round++) {
            long[] positions =
                    random.longs(random.nextInt(500), 1, 1L << random.nextInt(4, 50))
                            .sorted()
                            .distinct()
                            .toArray();

            assertThat(PositionSet.read(PositionSet.write(positions))).isEqualTo(positions);
        }
        assertThat(PositionSet.read("")).isEmpty();
    }

    @Test
    void isShort() {
        long[] everyThird = LongStream.range(0, 50_000).map(n -> 9_000_000 + n * 3).toArray();

        assertThat(PositionSet.write(everyThird)).hasSizeLessThan(500);
    }

    @Test
    void refusesWhatIsNone() {
        assertThatThrownBy(() -> PositionSet.read("dear diary"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PositionSet.read("eNpj"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PositionSet.write(new long[] {3, 3}))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
