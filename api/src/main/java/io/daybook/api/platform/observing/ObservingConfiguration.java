package io.daybook.api.platform.observing;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.metrics.micrometer.MicrometerMetricsTrackerFactory;

import io.daybook.api.platform.Queries;
import io.daybook.platform.database.LogPool;
import io.daybook.platform.proof.Checkpoints;
import io.daybook.platform.proof.DetailRetirement;
import io.daybook.platform.proof.LogChain;
import io.daybook.platform.proof.LogChainKeeper;
import io.micrometer.core.instrument.MeterRegistry;
import io.r2dbc.pool.ConnectionPool;

import org.axonframework.commandhandling.CommandBus;
import org.axonframework.queryhandling.QueryBus;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.security.config.observation.SecurityObservationSettings;

import reactor.core.scheduler.Scheduler;

/** Sets up what operators see. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MetricsSettings.class)
class ObservingConfiguration {

    @Bean
    LogFigures logFigures(
            Queries queries,
            LogChain chain,
            Checkpoints checkpoints,
            LogChainKeeper keeper,
            Scheduler virtualThreads,
            MeterRegistry meters) {
        return new LogFigures(queries, chain, checkpoints, keeper, virtualThreads, meters);
    }

    /** Spring Security would time each of its filters for each request, and make spans of them. */
    @Bean
    SecurityObservationSettings securityObservations() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    SmartInitializingSingleton messageTimers(
            CommandBus commands, QueryBus queries, MeterRegistry meters) {
        return () -> {
            commands.registerHandlerInterceptor(new MessageTimers(meters, "command"));
            queries.registerHandlerInterceptor(new MessageTimers(meters, "query"));
        };
    }

    @Bean
    SmartInitializingSingleton poolFigures(
            HikariDataSource writers, LogPool log, ConnectionPool readers, MeterRegistry meters) {
        return () -> {
            writers.setMetricsTrackerFactory(new MicrometerMetricsTrackerFactory(meters));
            log.source().setMetricsTrackerFactory(new MicrometerMetricsTrackerFactory(meters));
            readers.getMetrics().ifPresent(pool -> ReaderPoolFigures.of(pool, meters));
        };
    }

    @Bean
    ReactiveHealthIndicator logHealthIndicator(
            LogChain chain, LogChainKeeper keeper, Scheduler virtualThreads) {
        return new LogHealth(chain, keeper, virtualThreads);
    }

    @Bean
    ReactiveHealthIndicator retirementHealthIndicator(DetailRetirement details) {
        return new RetirementHealth(details);
    }

    @Bean
    ReactiveHealthIndicator readersHealthIndicator(DatabaseClient database) {
        return new ReadersHealth(database);
    }
}
