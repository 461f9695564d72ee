package io.daybook.api.assistant.analyst;

import io.daybook.api.assistant.period.TimeScope;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** What a question asks for, each part with its place in the question. */
record Intent(
        TimeScope time,
        @Nullable Superlative superlative,
        List<Asked> asked,
        List<Comparison> comparisons,
        List<TextTest> tests,
        List<Mention> mentions,
        List<Leftover> leftovers,
        boolean comparing,
        boolean share,
        boolean low,
        boolean who) {

    boolean asks(Aggregate aggregate) {
        return asked.stream().anyMatch(it -> it.aggregate() == aggregate);
    }
}
