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
    LastWrites lastWrites() {
        return new LastWrites();
    }

    @Bean
    Commands commands(CommandBus bus, Scheduler virtualThreads, LastWrites writes) {
        return new Commands(bus, virtualThreads, writes);
    }

    @Bean
    Queries queries(QueryBus bus, Scheduler virtualThreads) {
        return new Queries(bus, virtualThreads);
    }
}
