package io.daybook.platform.tracing;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;

import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventProcessorSpanFactory;
import org.axonframework.tracing.Span;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * One span for each batch of events, linked to the commands that they came of: what it costs is the
 * same whether one event is read or a thousand. A batch of which nothing was recorded has none.
 */
final class BatchSpans implements EventProcessorSpanFactory {

    /** To how many commands a batch is linked at most. */
    static final int MOST_LINKS = 32;

    private static final AttributeKey<Long> EVENTS = AttributeKey.longKey("daybook.events");

    /** What is read later than this belongs to a past that is made up for. */
    private static final Duration RECENT = Duration.ofHours(1);

    private final Tracer tracer;
    private final Clock clock;
    private final String name;
    private final BooleanSupplier shown;

    BatchSpans(Tracer tracer, Clock clock, String reader, BooleanSupplier shown) {
        this.tracer = tracer;
        this.clock = clock;
        this.name = "project " + reader;
        this.shown = shown;
    }

    @Override
    public Span createBatchSpan(boolean streaming, List<? extends EventMessage<?>> events) {
        if (!shown.getAsBoolean() || isPast(events.getLast())) {
            return OpenSpan.NONE;
        }
        List<SpanContext> commands =
                events.stream()
                        .map(TraceParent::of)
                        .flatMap(Optional::stream)
                        .distinct()
                        .limit(MOST_LINKS)
                        .toList();
        if (commands.isEmpty()) {
            return OpenSpan.NONE;
        }
        SpanBuilder span =
                tracer.spanBuilder(name)
                        .setNoParent()
                        .setSpanKind(SpanKind.CONSUMER)
                        .setAttribute(EVENTS, events.size());
        commands.forEach(span::addLink);
        return new OpenSpan(span);
    }

    private boolean isPast(EventMessage<?> newest) {
        return newest.getTimestamp().isBefore(clock.instant().minus(RECENT));
    }

    @Override
    public Span createProcessEventSpan(boolean streaming, EventMessage<?> event) {
        return OpenSpan.NONE;
    }
}
