package io.daybook.query.platform;

import org.axonframework.common.Registration;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.queryhandling.QueryBus;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Clock;
import java.util.List;

import javax.sql.DataSource;

/** Sets up what builds and reads the read models. */
@Configuration(proxyBeanMethods = false)
public class QueryPlatformConfiguration {

    @Bean
    Projections projections(
            List<Projection> all,
            JdbcClient jdbc,
            PlatformTransactionManager springTransactions,
            EventStore log,
            TokenStore tokens,
            TransactionManager transactions,
            DataSource dataSource,
            Clock clock) {
        Generations generations =
                new Generations(jdbc, new TransactionTemplate(springTransactions));
        return new Projections(all, generations, log, tokens, transactions, dataSource, clock);
    }

    /** Lets queries wait for the position that they name. */
    @Bean
    Registration positionInterceptor(QueryBus bus, Projections projections) {
        return bus.registerHandlerInterceptor(new PositionInterceptor(projections));
    }
}
