package io.daybook.api.assistant.words;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Small numbers written as words. */
final class NumberWords {

    private static final Map<String, BigDecimal> VALUES = values();

    private NumberWords() {}

    static @Nullable BigDecimal value(String word) {
        return VALUES.get(word);
    }

    private static Map<String, BigDecimal> values() {
        List<String> small =
                List.of(
                        "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
                        "eleven", "twelve");
        Map<String, BigDecimal> values = new HashMap<>();
        for (int index = 0; index < small.size(); index++) {
            values.put(small.get(index), BigDecimal.valueOf(index + 2L));
        }
        values.put("twenty", BigDecimal.valueOf(20));
        values.put("fifty", BigDecimal.valueOf(50));
        values.put("hundred", BigDecimal.valueOf(100));
        return values;
    }
}
