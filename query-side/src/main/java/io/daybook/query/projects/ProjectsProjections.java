package io.daybook.query.projects;

import io.daybook.query.platform.Projection;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The projections of this context. */
@Configuration(proxyBeanMethods = false)
public class ProjectsProjections {

    @Bean
    Projection projectsProjection() {
        return new ProjectsProjection();
    }
}
