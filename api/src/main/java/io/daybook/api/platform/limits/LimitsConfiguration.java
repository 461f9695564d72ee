package io.daybook.api.platform.limits;

import io.daybook.api.platform.HttpSettings;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Sets up the bounds of what clients may take. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LimitSettings.class)
public class LimitsConfiguration {

    @Bean
    SignInLimits signInLimits(LimitSettings settings) {
        return new SignInLimits(settings);
    }

    @Bean
    RequestLimits requestLimits(HttpSettings http, LimitSettings limits) {
        return new RequestLimits(http, limits);
    }
}
