package io.daybook.api.identity;

import io.daybook.api.platform.Commands;
import io.daybook.api.platform.HttpSettings;
import io.daybook.api.platform.security.EndedSessions;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Sets up what stands beside the endpoints of identity. */
@Configuration(proxyBeanMethods = false)
class IdentityEndpointsConfiguration {

    @Bean
    SetupLink setupLink(Commands commands, HttpSettings settings) {
        return new SetupLink(commands, settings, System.out);
    }

    @Bean
    SessionNews sessionNews(EndedSessions ended) {
        return new SessionNews(ended);
    }
}
