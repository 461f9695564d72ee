package io.daybook.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpokenTest {

    @ParameterizedTest
    @CsvSource({
        "0, less than 1 ms",
        "1, 1 ms",
        "999, 999 ms",
        "1000, 1 s",
        "14276, 14.3 s",
        "59949, 59.9 s",
        "59950, 1 min",
        "125000, 2 min 5 s",
        "3599499, 59 min 59 s",
        "3599500, 1 h",
        "12000000, 3 h 20 min"
    })
    void lengthsOfTimeAreRoundedToWhatMatters(long milliseconds, String spoken) {
        assertThat(Spoken.lasting(milliseconds)).isEqualTo(spoken);
    }

    @Test
    void oneThingIsSingular() {
        assertThat(Spoken.counted(1, "row")).isEqualTo("1 row");
        assertThat(Spoken.counted(0, "row")).isEqualTo("0 rows");
        assertThat(Spoken.counted(2, "entry", "entries")).isEqualTo("2 entries");
    }
}
