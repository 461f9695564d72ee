package io.daybook.platform.tracing;

import io.daybook.platform.bus.Origins;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;

import org.axonframework.config.Configurer;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.tracing.Span;
import org.jspecify.annotations.Nullable;

/**
 * One span for each event that an automation acts on, linked to the command that it came of; the
 * commands that the automation sends are beneath it. Automations never act on the past.
 */
final class AutomationSpans implements ConfigurerModule {

    private final Tracer tracer;

    AutomationSpans(Tracer tracer) {
        this.tracer = tracer;
    }

    @Override
    public void configureModule(Configurer configurer) {
        configurer
                .eventProcessing()
                .registerDefaultHandlerInterceptor((axon, group) -> new Acting(group));
    }

    private final class Acting implements MessageHandlerInterceptor<EventMessage<?>> {

        private final String group;

        Acting(String group) {
            this.group = group;
        }

        @Override
        public @Nullable Object handle(
                UnitOfWork<? extends EventMessage<?>> unit, InterceptorChain chain)
                throws Exception {
            EventMessage<?> event = unit.getMessage();
            return TraceParent.of(event)
                    .map(command -> span(event, command))
                    .orElse(OpenSpan.NONE)
                    .runCallable(chain::proceed);
        }

        private Span span(EventMessage<?> event, SpanContext command) {
            return new OpenSpan(
                    tracer.spanBuilder(group + " " + Origins.name(event.getPayloadType()))
                            .setNoParent()
                            .setSpanKind(SpanKind.CONSUMER)
                            .addLink(command));
        }
    }
}
