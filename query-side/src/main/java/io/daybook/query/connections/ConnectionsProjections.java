package io.daybook.query.connections;

import io.daybook.query.platform.Projection;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The projections of this context. */
@Configuration(proxyBeanMethods = false)
public class ConnectionsProjections {

    @Bean
    Projection connectionsProjection() {
        return new ConnectionsProjection();
    }
}
