package io.daybook.query.audit;

import io.daybook.query.platform.Projection;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The projections of this context. */
@Configuration(proxyBeanMethods = false)
public class AuditProjections {

    @Bean
    Projection auditProjection() {
        return new AuditProjection();
    }

    @Bean
    Projection keptFiltersProjection() {
        return new KeptFiltersProjection();
    }

    @Bean
    Projection overviewProjection() {
        return new OverviewProjection();
    }
}
