package io.daybook.platform.tracing;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Tracer;

import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandBusSpanFactory;
import org.axonframework.common.Registration;
import org.axonframework.eventhandling.EventBusSpanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

import java.time.Clock;

/** Sets up the spans of commands, events and readers, where traces are sent somewhere. */
@Configuration(proxyBeanMethods = false)
@Conditional(TracingOn.class)
public class TracingConfiguration {

    private final Tracer tracer;

    TracingConfiguration(ObjectProvider<OpenTelemetry> telemetry) {
        this.tracer = telemetry.getIfAvailable(OpenTelemetry::noop).getTracer("io.daybook");
    }

    @Bean
    CommandBusSpanFactory commandSpans() {
        return new CommandSpans(tracer);
    }

    @Bean
    Registration refusalsInSpans(CommandBus bus) {
        return bus.registerHandlerInterceptor(new CommandSpans(tracer));
    }

    @Bean
    EventBusSpanFactory eventSpans() {
        return new EventSpans(tracer);
    }

    @Bean
    ReaderSpans readerSpans(Clock clock) {
        return (reader, shown) -> new BatchSpans(tracer, clock, reader, shown);
    }

    @Bean
    AutomationSpans automationSpans() {
        return new AutomationSpans(tracer);
    }
}
