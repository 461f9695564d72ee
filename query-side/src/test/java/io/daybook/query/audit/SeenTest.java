package io.daybook.query.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.messages.Refusal;
import io.daybook.platform.log.LogToken;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.stream.LongStream;

class SeenTest {

    @ParameterizedTest
    @ValueSource(strings = {"-1", "120", "120~57~60-62"})
    void isReadAsItWasWritten(String text) {
        assertThat(Seen.of(text).text()).isEqualTo(text);
    }

    @Test
    void isNewerThanAPositionOrInAGapBeforeIt() {
        Seen seen = Seen.by(token(120, 57, 57, 60, 62));

        assertThat(seen.text()).isEqualTo("120~57~60-62");
        assertThat(seen.complete()).isEqualTo(56);
        assertThat(seen.unseen())
                .isEqualTo(
                        "(e.position > 120 or e.position between 57 and 57 or e.position between"
                                + " 60 and 62)");
    }

    @Test
    void countsWhatIsBehindTooManyGapsAsNotSeen() {
        long[] gaps =
                LongStream.rangeClosed(1, 30).flatMap(n -> LongStream.of(n * 10, n * 10)).toArray();

        Seen seen = Seen.by(token(1_000, gaps));

        assertThat(seen.gaps()).hasSize(20);
        assertThat(seen.position()).isEqualTo(209);
        assertThat(Seen.of(seen.text())).isEqualTo(seen);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "1~", "1~2-", "1~2 or 1=1", "1234567890123456789"})
    void isNothingElse(String text) {
        assertThatThrownBy(() -> Seen.of(text)).isInstanceOf(Refusal.class);
    }

    private static LogToken token(long index, long... stretches) {
        return new LogToken(index, null, stretches, index);
    }
}
