package io.daybook.api.platform.observing.tracing;

import io.daybook.platform.tracing.TracingOn;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;

import java.util.List;
import java.util.Objects;

/**
 * Leaves out what Spring Boot would set up for tracing when traces are sent nowhere: left in, it
 * would make spans for each request and throw them away. Logs are never sent.
 */
public final class TracingFilter implements AutoConfigurationImportFilter, EnvironmentAware {

    private static final String LOGS =
            "org.springframework.boot.opentelemetry.autoconfigure.logging.";
    private static final List<String> TRACES =
            List.of(
                    "org.springframework.boot.opentelemetry.",
                    "org.springframework.boot.micrometer.tracing.");

    private @Nullable Environment environment;

    @Override
    public void setEnvironment(Environment given) {
        environment = given;
    }

    @Override
    public boolean[] match(
            @Nullable String[] classes, AutoConfigurationMetadata autoConfigurationMetadata) {
        boolean on = TracingOn.in(Objects.requireNonNull(environment));
        boolean[] wanted = new boolean[classes.length];
        for (int i = 0; i < classes.length; i++) {
            String name = classes[i];
            wanted[i] = name != null && !name.startsWith(LOGS) && (on || isNoTracing(name));
        }
        return wanted;
    }

    private static boolean isNoTracing(String name) {
        return TRACES.stream().noneMatch(name::startsWith);
    }
}
