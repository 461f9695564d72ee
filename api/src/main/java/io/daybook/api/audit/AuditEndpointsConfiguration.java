package io.daybook.api.audit;

import io.daybook.api.platform.Queries;

import org.axonframework.config.Configuration;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.tokenstore.inmemory.InMemoryTokenStore;
import org.axonframework.messaging.StreamableMessageSource;
import org.springframework.context.annotation.Bean;

/** Sets up what is live in the history: every node follows the log from its own start on. */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
public class AuditEndpointsConfiguration {

    @Bean
    ActivityNews activityNews(Queries queries) {
        return new ActivityNews(queries);
    }

    @Bean
    ConfigurerModule activityNewsProcessor() {
        return configurer ->
                configurer
                        .eventProcessing()
                        .registerTokenStore(
                                ActivityNews.GROUP, configuration -> new InMemoryTokenStore())
                        .registerPooledStreamingEventProcessor(
                                ActivityNews.GROUP,
                                Configuration::eventStore,
                                (configuration, builder) ->
                                        builder.initialSegmentCount(1)
                                                .initialToken(
                                                        StreamableMessageSource::createHeadToken));
    }
}
