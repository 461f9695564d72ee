package io.daybook.api.audit;

import io.daybook.api.assistant.models.Models;
import io.daybook.api.platform.Commands;
import io.daybook.api.platform.Queries;
import io.daybook.api.platform.security.SignedIn;
import io.daybook.api.platform.web.AcceptedForms;
import io.daybook.platform.proof.DetailRetirement;

import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.web.reactive.accept.RequestedContentTypeResolverBuilder;
import org.springframework.web.reactive.config.WebFluxConfigurer;

import tools.jackson.databind.json.JsonMapper;

import java.time.Clock;

/** Sets up what is live in the history: every node follows the log from its own start on. */
@Configuration(proxyBeanMethods = false)
public class AuditEndpointsConfiguration implements WebFluxConfigurer {

    @Override
    public void configureContentTypeResolver(RequestedContentTypeResolverBuilder types) {
        types.resolver(new LinkedForms());
        types.resolver(new AcceptedForms());
    }

    @Bean
    ActivityNews activityNews(Queries queries, EventStore log) {
        return new ActivityNews(queries, log);
    }

    @Bean
    HistoryNews historyNews(ActivityNews news) {
        return new HistoryNews(news);
    }

    @Bean
    ReactiveHealthIndicator processingHealthIndicator(Queries queries) {
        return new ProcessingHealth(queries);
    }

    @Bean
    HistoryExport historyExport(
            Queries queries, Commands commands, JsonMapper json, SignedIn signedIn) {
        return new HistoryExport(queries, commands, new EntryLines(json), signedIn);
    }

    @Bean
    LagMemory lagMemory(Queries queries, Clock clock) {
        return new LagMemory(queries, clock);
    }

    @Bean
    Dependencies dependencies(
            DatabaseClient database,
            Queries queries,
            Models models,
            DetailRetirement details,
            Clock clock) {
        return new Dependencies(database, queries, models, details, clock);
    }

    @Bean
    EventAutomations eventAutomations(ListableBeanFactory beans) {
        return new EventAutomations(beans);
    }
}
