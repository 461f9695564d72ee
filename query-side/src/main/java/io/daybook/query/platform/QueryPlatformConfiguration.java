package io.daybook.query.platform;

import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.queryhandling.QueryBus;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

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
        Generations generations = new Generations(jdbc, new TransactionTemplate(springTransactions));
        return new Projections(all, generations, log, tokens, transactions, dataSource, clock);
    }

    @Autowired
    void letQueriesWait(QueryBus bus, Projections projections) {
        bus.registerHandlerInterceptor(new PositionInterceptor(projections));
    }
}
