package io.daybook.api.platform;

import org.axonframework.commandhandling.CommandBus;
import org.axonframework.queryhandling.QueryBus;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import reactor.core.scheduler.Scheduler;

/** Sets up the doors to the other two rooms. */
@Configuration(proxyBeanMethods = false)
public class DoorsConfiguration {

    @Bean
    Commands commands(CommandBus bus, Scheduler virtualThreads) {
        return new Commands(bus, virtualThreads);
    }

    @Bean
    Queries queries(QueryBus bus, Scheduler virtualThreads) {
        return new Queries(bus, virtualThreads);
    }
}
