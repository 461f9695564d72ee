package io.daybook.api.platform.observing.tracing;

import io.daybook.platform.tracing.TracingOn;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.PropertySource;

import java.util.function.BooleanSupplier;

/**
 * What else depends on whether traces are sent somewhere: only then threads take over the trace of
 * the chain that they work for, which costs each operator of Reactor something, and only then lines
 * of the log have a place for it.
 */
public final class TracingSettings implements EnvironmentPostProcessor, Ordered {

    @Override
    public void postProcessEnvironment(
            ConfigurableEnvironment environment, SpringApplication application) {
        environment.getPropertySources().addLast(new Dependent(() -> TracingOn.in(environment)));
    }

    /** Before Spring Boot's own of the same name, so that ours count. */
    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    /** Asked again each time: the variables of OpenTelemetry are looked up later. */
    private static final class Dependent extends PropertySource<BooleanSupplier> {

        Dependent(BooleanSupplier on) {
            super("daybook.tracing", on);
        }

        @Override
        public @Nullable Object getProperty(String name) {
            return switch (name) {
                case "spring.reactor.context-propagation" -> isOn() ? "auto" : "limited";
                case "logging.expect-correlation-id" -> isOn();
                default -> null;
            };
        }

        private boolean isOn() {
            return getSource().getAsBoolean();
        }
    }
}
