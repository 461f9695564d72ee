package io.daybook.api.audit;

import io.daybook.api.platform.Queries;

import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Sets up what is live in the history: every node follows the log from its own start on. */
@Configuration(proxyBeanMethods = false)
public class AuditEndpointsConfiguration {

    @Bean
    ActivityNews activityNews(Queries queries, EventStore log) {
        return new ActivityNews(queries, log);
    }

    @Bean
    ReactiveHealthIndicator processingHealthIndicator(Queries queries) {
        return new ProcessingHealth(queries);
    }
}
