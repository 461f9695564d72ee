package io.daybook.query.platform;

import io.daybook.platform.bus.Automations;
import io.daybook.platform.log.LogHistory;
import io.daybook.platform.log.LogScan;
import io.daybook.platform.tracing.ReaderSpans;

import org.axonframework.common.Registration;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.queryhandling.QueryBus;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.stream.Collectors;

import javax.sql.DataSource;

/** Sets up what builds and reads the read models. */
@Configuration(proxyBeanMethods = false)
public class QueryPlatformConfiguration {

    /** How many generations are filled at a time: one keeps two processors busy. */
    private static final int FILLS = 2;

    @Bean
    Projections projections(
            List<Projection> all,
            JdbcClient jdbc,
            PlatformTransactionManager springTransactions,
            EventStore log,
            TokenStore claims,
            TransactionManager transactions,
            Serializer serializer,
            @Qualifier("eventSerializer") Serializer eventSerializer,
            LogHistory history,
            DataSource dataSource,
            Clock clock,
            Courtesy courtesy,
            ObjectProvider<ReaderSpans> spans) {
        Map<String, Projection> byName =
                all.stream().collect(Collectors.toMap(Projection::name, Function.identity()));
        StoredTokens tokens = new StoredTokens(jdbc, serializer);
        GenerationRows rows = new GenerationRows(jdbc);
        Generations generations =
                new Generations(jdbc, rows, tokens, new TransactionTemplate(springTransactions));
        LogScan scan = new LogScan(dataSource, eventSerializer);
        Parking parking = new Parking(jdbc, dataSource, tokens, scan);
        Adaptation adaptation = new Adaptation(jdbc, new TransactionTemplate(springTransactions));
        Feeders feeders =
                new Feeders(
                        byName,
                        new Feeder.Supplies(
                                log,
                                claims,
                                transactions,
                                dataSource,
                                history,
                                scan,
                                new Semaphore(FILLS, true),
                                parking,
                                courtesy,
                                spans.getIfAvailable(() -> ReaderSpans.NONE)),
                        adaptation);
        Meeting meeting = new Meeting(dataSource, serializer, tokens, springTransactions);
        return new Projections(
                all,
                generations,
                rows,
                tokens,
                feeders,
                new Builds(
                        byName,
                        generations,
                        rows,
                        feeders,
                        new Indexing(
                                jdbc,
                                rows,
                                tokens,
                                new LateErasures(jdbc, dataSource),
                                new TransactionTemplate(springTransactions),
                                courtesy),
                        new Comparer(meeting, clock, courtesy),
                        adaptation),
                new Overview(all, rows, tokens, jdbc, log, clock),
                new ProjectionOrders(byName, generations, rows, parking),
                adaptation,
                new Readiness(all, adaptation, history::head),
                new Differences(jdbc, rows));
    }

    @Bean
    AutomationWatch automationWatch(
            JdbcClient jdbc, Serializer serializer, Automations automations, EventStore log) {
        return new AutomationWatch(
                new StoredTokens(jdbc, serializer), automations, log, System::nanoTime);
    }

    @Bean
    Courtesy courtesy() {
        return new Courtesy();
    }

    @Bean
    ErasedPeople erasedPeople(
            List<Projection> all,
            JdbcClient jdbc,
            PlatformTransactionManager springTransactions,
            Serializer serializer,
            @Qualifier("eventSerializer") Serializer eventSerializer,
            DataSource dataSource,
            Automations automations) {
        TransactionTemplate transactions = new TransactionTemplate(springTransactions);
        GenerationRows rows = new GenerationRows(jdbc);
        StoredTokens tokens = new StoredTokens(jdbc, serializer);
        return new ErasedPeople(
                all,
                new Generations(jdbc, rows, tokens, transactions),
                rows,
                transactions,
                dataSource,
                new Parking(jdbc, dataSource, tokens, new LogScan(dataSource, eventSerializer)),
                automations);
    }

    /** Lets queries wait for the position that they name. */
    @Bean
    Registration positionInterceptor(QueryBus bus, Projections projections, Courtesy courtesy) {
        return bus.registerHandlerInterceptor(new PositionInterceptor(projections, courtesy));
    }
}
