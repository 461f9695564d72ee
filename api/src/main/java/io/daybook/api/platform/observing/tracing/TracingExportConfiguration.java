package io.daybook.api.platform.observing.tracing;

import io.daybook.platform.tracing.TracingOn;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.opentelemetry.sdk.trace.samplers.Sampler;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.SpanExporters;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/** Sets up which spans leave this process, and how much of them. */
@Configuration(proxyBeanMethods = false)
@Conditional(TracingOn.class)
class TracingExportConfiguration {

    @Bean
    Sampler sampler(@Value("${management.tracing.sampling.probability}") double probability) {
        return Sampler.parentBased(new FollowingSampler(Sampler.traceIdRatioBased(probability)));
    }

    @Bean
    SpanExporters spanExporters(ObjectProvider<SpanExporter> exporters) {
        return SpanExporters.of(
                exporters.orderedStream().<SpanExporter>map(DiscreetExporter::new).toList());
    }
}
