package io.daybook.query.assistant;

import io.daybook.query.platform.Projection;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The projections of this context. */
@Configuration(proxyBeanMethods = false)
public class AssistantProjections {

    @Bean
    Projection runsProjection() {
        return new RunsProjection();
    }

    @Bean
    Projection dashboardProjection() {
        return new DashboardProjection();
    }
}
