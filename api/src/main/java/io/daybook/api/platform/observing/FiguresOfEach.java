package io.daybook.api.platform.observing;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * What is counted of each of several things of a kind, as {@code daybook.<kind>.<figure>}; a tag
 * with their names tells them apart.
 */
final class FiguresOfEach<T> {

    private final String kind;
    private final Function<T, String> name;
    private final MeterRegistry meters;
    private final Map<MultiGauge, ToDoubleFunction<T>> figures = new LinkedHashMap<>();

    FiguresOfEach(String kind, Function<T, String> name, MeterRegistry meters) {
        this.kind = kind;
        this.name = name;
        this.meters = meters;
    }

    /** Counts one thing more. */
    FiguresOfEach<T> with(String figure, String description, ToDoubleFunction<T> value) {
        MultiGauge gauge =
                MultiGauge.builder("daybook." + kind + "." + figure)
                        .description(description)
                        .register(meters);
        figures.put(gauge, value);
        return this;
    }

    /** Shows how they stand now; what is not among them any more is not shown any more. */
    void take(List<T> things) {
        figures.forEach((gauge, value) -> gauge.register(rows(things, value), true));
    }

    private List<MultiGauge.Row<?>> rows(List<T> things, ToDoubleFunction<T> value) {
        return things.stream()
                .<MultiGauge.Row<?>>map(
                        one ->
                                MultiGauge.Row.of(
                                        Tags.of(kind, name.apply(one)), value.applyAsDouble(one)))
                .toList();
    }
}
