package io.daybook.platform.tracing;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextStorage;
import io.opentelemetry.context.Scope;

import org.axonframework.tracing.NoOpSpanFactory;
import org.axonframework.tracing.SpanScope;

/** A span of OpenTelemetry, as Axon starts and ends it. */
final class OpenSpan implements org.axonframework.tracing.Span {

    /** In place of a span where there is nothing to tell. */
    static final org.axonframework.tracing.Span NONE = NoOpSpanFactory.NoOpSpan.INSTANCE;

    private static final AttributeKey<String> ERROR = AttributeKey.stringKey("error.type");

    private final SpanBuilder builder;
    private Span span = Span.getInvalid();

    OpenSpan(SpanBuilder builder) {
        this.builder = builder;
    }

    @Override
    public org.axonframework.tracing.Span start() {
        span = builder.startSpan();
        return this;
    }

    @Override
    public SpanScope makeCurrent() {
        // Axon closes it
        Scope scope = ContextStorage.get().attach(span.storeInContext(Context.current()));
        return scope::close;
    }

    @Override
    public void end() {
        span.end();
    }

    @Override
    public org.axonframework.tracing.Span recordException(Throwable failure) {
        failed(span, failure);
        return this;
    }

    /** Notes what kind of failure it was. Its words may hold what is nobody's business. */
    static void failed(Span span, Throwable failure) {
        span.setStatus(StatusCode.ERROR).setAttribute(ERROR, failure.getClass().getName());
    }
}
