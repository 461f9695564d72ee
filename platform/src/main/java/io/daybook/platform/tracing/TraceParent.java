package io.daybook.platform.tracing;

import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;

import org.axonframework.eventhandling.EventMessage;

import java.util.Optional;

/**
 * What the metadata of an event says of the command that made it, as the header {@code traceparent}
 * of W3C does. Only where that command is recorded: to link to anything else would lead nowhere.
 */
public final class TraceParent {

    /** The key in the metadata. */
    public static final String KEY = "traceparent";

    private static final String VERSION = "00-";
    private static final String SAMPLED = "-01";
    private static final int TRACE = VERSION.length();
    private static final int SPAN = TRACE + 32 + 1;
    private static final int FLAGS = SPAN + 16;

    private TraceParent() {}

    static String of(SpanContext span) {
        return VERSION + span.getTraceId() + "-" + span.getSpanId() + SAMPLED;
    }

    /** The span that an event was made in, if that was recorded. */
    static Optional<SpanContext> of(EventMessage<?> event) {
        return event.getMetaData().get(KEY) instanceof String text
                        && text.length() == FLAGS + SAMPLED.length()
                        && text.endsWith(SAMPLED)
                ? Optional.of(
                                SpanContext.createFromRemoteParent(
                                        text.substring(TRACE, SPAN - 1),
                                        text.substring(SPAN, FLAGS),
                                        TraceFlags.getSampled(),
                                        TraceState.getDefault()))
                        .filter(SpanContext::isValid)
                : Optional.empty();
    }
}
