package io.daybook.platform.tracing;

import io.daybook.platform.log.EventTypes;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.Tracer;

import org.axonframework.eventhandling.EventBusSpanFactory;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.tracing.Span;

import java.util.Map;

/**
 * Tells in the span of a command which events it led to and how long the log took to append them,
 * and gives the events the way back to it.
 */
final class EventSpans implements EventBusSpanFactory {

    private final Tracer tracer;

    EventSpans(Tracer tracer) {
        this.tracer = tracer;
    }

    @Override
    public Span createPublishEventSpan(EventMessage<?> event) {
        EventTypes.nameOf(event.getPayloadType())
                .ifPresent(name -> io.opentelemetry.api.trace.Span.current().addEvent(name));
        return OpenSpan.NONE;
    }

    @Override
    public Span createCommitEventsSpan() {
        return io.opentelemetry.api.trace.Span.current().isRecording()
                ? new OpenSpan(tracer.spanBuilder("append"))
                : OpenSpan.NONE;
    }

    @Override
    public <T> EventMessage<T> propagateContext(EventMessage<T> event) {
        SpanContext command = io.opentelemetry.api.trace.Span.current().getSpanContext();
        return command.isSampled()
                ? event.andMetaData(Map.of(TraceParent.KEY, TraceParent.of(command)))
                : event;
    }
}
