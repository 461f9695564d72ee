package io.daybook.api.platform;

import io.daybook.platform.demo.DemoSettings;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.ReactorResourceFactory;

import java.time.Duration;

/** How the process says that it is there, and how it ends. */
@Configuration(proxyBeanMethods = false)
class ProcessConfiguration {

    @Bean
    Greeting greeting(HttpSettings http, DemoSettings demo) {
        return new Greeting(http, demo, System.out);
    }

    /** Event loops end with the last answer; by default they would linger for two seconds more. */
    @Bean
    ReactorResourceFactory reactorResourceFactory() {
        ReactorResourceFactory resources = new ReactorResourceFactory();
        resources.setShutdownQuietPeriod(Duration.ZERO);
        resources.setShutdownTimeout(Duration.ofSeconds(1));
        return resources;
    }
}
