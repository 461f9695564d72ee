package io.daybook.api.identity;

import io.daybook.messages.identity.Erasure;
import io.daybook.messages.identity.ErasureStep;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;

/** An erasure as clients see it: whether it still runs, step by step. */
record ErasureItem(
        UUID userId,
        String status,
        List<Step> steps,
        Instant requestedAt,
        @Nullable Instant finishedAt,
        int attempts,
        @Nullable String error) {

    /** One step. */
    record Step(String name, boolean done) {}

    static ErasureItem of(Erasure erasure) {
        boolean over = erasure.finishedAt() != null;
        return new ErasureItem(
                erasure.userId(),
                over ? "finished" : "running",
                Stream.of(ErasureStep.values())
                        .map(
                                step ->
                                        new Step(
                                                step.name().toLowerCase(Locale.ROOT),
                                                over || step.compareTo(erasure.step()) < 0))
                        .toList(),
                erasure.requestedAt(),
                erasure.finishedAt(),
                erasure.attempts(),
                erasure.error());
    }
}
