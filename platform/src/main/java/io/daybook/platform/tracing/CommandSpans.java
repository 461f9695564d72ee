package io.daybook.platform.tracing;

import io.daybook.messages.Refusal;
import io.daybook.platform.bus.Origin;
import io.daybook.platform.bus.Origins;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.Tracer;

import org.axonframework.commandhandling.CommandBusSpanFactory;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.ExecutionResult;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.tracing.Span;

/**
 * One span for each command, from its arrival until it is committed, beneath the request or the
 * automation that sent it. A refusal is an answer, not an error.
 */
final class CommandSpans
        implements CommandBusSpanFactory, MessageHandlerInterceptor<CommandMessage<?>> {

    private static final AttributeKey<String> REQUEST = AttributeKey.stringKey("daybook.request");
    private static final AttributeKey<String> REFUSAL = AttributeKey.stringKey("daybook.refusal");

    private final Tracer tracer;

    CommandSpans(Tracer tracer) {
        this.tracer = tracer;
    }

    @Override
    public Span createDispatchCommandSpan(CommandMessage<?> command, boolean distributed) {
        return OpenSpan.NONE;
    }

    @Override
    public Span createHandleCommandSpan(CommandMessage<?> command, boolean distributed) {
        SpanBuilder span = tracer.spanBuilder(Origins.name(command.getPayloadType()));
        if (command.getMetaData().get(Origin.CORRELATION) instanceof String request) {
            span.setAttribute(REQUEST, request);
        }
        return new OpenSpan(span);
    }

    @Override
    public <T> CommandMessage<T> propagateContext(CommandMessage<T> command) {
        return command;
    }

    @Override
    public Object handle(UnitOfWork<? extends CommandMessage<?>> unit, InterceptorChain chain)
            throws Exception {
        unit.onRollback(CommandSpans::failed);
        return chain.proceed();
    }

    private static void failed(UnitOfWork<?> unit) {
        ExecutionResult result = unit.getExecutionResult();
        Throwable failure = result == null ? null : result.getExceptionResult();
        io.opentelemetry.api.trace.Span span = io.opentelemetry.api.trace.Span.current();
        if (failure instanceof Refusal refusal) {
            span.setAttribute(REFUSAL, refusal.type());
        } else if (failure != null) {
            OpenSpan.failed(span, failure);
        }
    }
}
