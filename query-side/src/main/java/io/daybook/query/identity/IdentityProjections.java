package io.daybook.query.identity;

import io.daybook.query.platform.Projection;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The projections of this context. */
@Configuration(proxyBeanMethods = false)
public class IdentityProjections {

    @Bean
    Projection usersProjection() {
        return new UsersProjection();
    }

    @Bean
    Projection sessionsProjection() {
        return new SessionsProjection();
    }
}
