package io.daybook.platform.tracing;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/** Whether traces are to be sent somewhere; where not, nothing of them is set up. */
public final class TracingOn implements Condition {

    /** Spring Boot's setting, which {@code OTEL_EXPORTER_OTLP_ENDPOINT} is mapped to. */
    private static final String ENDPOINT = "management.opentelemetry.tracing.export.otlp.endpoint";

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        return in(context.getEnvironment());
    }

    /** Whether a setting says where to. */
    public static boolean in(Environment environment) {
        return StringUtils.hasText(environment.getProperty(ENDPOINT));
    }
}
