package io.daybook.api.assistant.words;

import java.math.BigDecimal;
import java.util.List;

/** Where a pattern was found (end exclusive), the words at its places and the numbers in it. */
public record Match(int start, int end, List<String> words, List<BigDecimal> numbers) {

    /** The first number, as a count. */
    public int count() {
        return Math.clamp(numbers.getFirst().longValue(), 1, 10_000);
    }
}
