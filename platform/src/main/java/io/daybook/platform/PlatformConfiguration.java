package io.daybook.platform;

import io.daybook.messages.Actor;
import io.daybook.platform.bus.AggregateCache;
import io.daybook.platform.bus.AutomationParking;
import io.daybook.platform.bus.Automations;
import io.daybook.platform.bus.DecisionsFromMemory;
import io.daybook.platform.bus.ForgetfulGroup;
import io.daybook.platform.bus.Origins;
import io.daybook.platform.bus.PositioningCommandBus;
import io.daybook.platform.bus.ProcessorDefaults;
import io.daybook.platform.bus.ProcessorTokens;
import io.daybook.platform.bus.Rebuilds;
import io.daybook.platform.bus.RecordTargets;
import io.daybook.platform.bus.StoredRebuilds;
import io.daybook.platform.database.LogPool;
import io.daybook.platform.keys.InstallationKeys;
import io.daybook.platform.keys.MasterKey;
import io.daybook.platform.keys.PersonalKeys;
import io.daybook.platform.log.CallingEventStore;
import io.daybook.platform.log.EventSerializer;
import io.daybook.platform.log.Json;
import io.daybook.platform.log.LogHistory;
import io.daybook.platform.log.PersonalDataCipher;
import io.daybook.platform.log.PostgresEventStorage;
import io.daybook.platform.log.Upcasters;
import io.daybook.platform.proof.ProofConfiguration;
import io.daybook.platform.tracing.TracingConfiguration;
import io.daybook.platform.vault.Vault;

import org.axonframework.commandhandling.CommandBusSpanFactory;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventBusSpanFactory;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.messaging.correlation.SimpleCorrelationDataProvider;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.messaging.unitofwork.RollbackConfigurationType;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.axonframework.serialization.Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.util.stream.Collectors;

import javax.sql.DataSource;

/** Sets up the ground floor: keys, vault, serializers, the event log and the buses. */
@Configuration(proxyBeanMethods = false)
@Import({ProofConfiguration.class, TracingConfiguration.class})
@EnableConfigurationProperties(PlatformSettings.class)
public class PlatformConfiguration {

    private static final int VIRTUAL_THREADS = 1_000;
    private static final int WAITING_TASKS = 10_000;

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    /** Where everything that blocks runs: virtual threads, bounded like everything inbound. */
    @Bean(destroyMethod = "dispose")
    Scheduler virtualThreads() {
        return Schedulers.newBoundedElastic(
                VIRTUAL_THREADS,
                WAITING_TASKS,
                Thread.ofVirtual().name("virtual-", 0).factory(),
                60);
    }

    @Bean
    InstallationKeys installationKeys(PlatformSettings settings) {
        return new InstallationKeys(MasterKey.obtain(settings.masterKey(), settings.data()));
    }

    @Bean
    PersonalKeys personalKeys(JdbcClient jdbc, InstallationKeys installation) {
        return new PersonalKeys(jdbc, installation);
    }

    @Bean
    Vault vault(JdbcClient jdbc, InstallationKeys installation) {
        return new Vault(jdbc, installation);
    }

    @Bean
    @Primary
    Serializer serializer() {
        return Json.messageSerializer();
    }

    @Bean
    @Qualifier("eventSerializer")
    Serializer eventSerializer(PersonalKeys keys) {
        return new EventSerializer(new PersonalDataCipher(keys));
    }

    @Bean
    LogHistory logHistory(
            JdbcClient jdbc, @Qualifier("eventSerializer") Serializer eventSerializer) {
        return new LogHistory(jdbc, eventSerializer);
    }

    @Bean
    TransactionManager axonTransactionManager(PlatformTransactionManager transactions) {
        return new SpringTransactionManager(transactions);
    }

    @Bean
    ConnectionProvider connectionProvider(DataSource dataSource) {
        return new SpringDataSourceConnectionProvider(dataSource);
    }

    @Bean
    @DependsOn("flyway")
    EventStorageEngine eventStorage(
            ConnectionProvider connections,
            LogPool pool,
            TransactionManager transactions,
            @Qualifier("eventSerializer") Serializer serializer) {
        return new PostgresEventStorage(
                connections, pool.source(), transactions, serializer, Upcasters.chain());
    }

    @Bean(destroyMethod = "shutDown")
    EventStore eventStore(
            EventStorageEngine storage,
            ObjectProvider<org.axonframework.config.Configuration> configuration) {
        EmbeddedEventStore.Builder store = EmbeddedEventStore.builder().storageEngine(storage);
        configuration.ifAvailable(
                axon ->
                        store.messageMonitor(axon.messageMonitor(EventStore.class, "eventStore"))
                                .spanFactory(axon.getComponent(EventBusSpanFactory.class)));
        return new CallingEventStore(store);
    }

    @Bean
    @DependsOn("flyway")
    TokenStore tokenStore(
            ConnectionProvider connections, Serializer serializer, PlatformSettings settings) {
        String node = settings.node();
        return new ProcessorTokens(
                connections,
                serializer,
                node == null ? ManagementFactory.getRuntimeMXBean().getName() : node);
    }

    /** Events carry who caused them and from where, as the command said. */
    @Bean
    CorrelationDataProvider actorProvider() {
        return new SimpleCorrelationDataProvider(Actor.USER, Actor.SESSION, Actor.ADDRESS);
    }

    @Bean
    CorrelationDataProvider originProvider() {
        return new Origins();
    }

    @Bean
    @Qualifier("localSegment")
    SimpleCommandBus commandBus(
            TransactionManager transactions,
            LogPool logPool,
            CorrelationDataProvider actorProvider,
            CorrelationDataProvider originProvider,
            ObjectProvider<CommandBusSpanFactory> spans) {
        SimpleCommandBus.Builder settings =
                SimpleCommandBus.builder()
                        .transactionManager(transactions)
                        .rollbackConfiguration(RollbackConfigurationType.ANY_THROWABLE);
        spans.ifAvailable(settings::spanFactory);
        SimpleCommandBus bus = new PositioningCommandBus(settings);
        bus.registerHandlerInterceptor(
                new CorrelationDataInterceptor<>(actorProvider, originProvider));
        bus.registerHandlerInterceptor(new DecisionsFromMemory(logPool.source()));
        return bus;
    }

    @Bean
    CommandTargetResolver commandTargets() {
        return new RecordTargets();
    }

    @Bean
    AutomationParking automationParking(
            DataSource dataSource,
            ConnectionProvider connections,
            TransactionManager transactions,
            @Qualifier("eventSerializer") Serializer eventSerializer,
            Serializer serializer,
            ObjectProvider<ForgetfulGroup> forgetful) {
        return AutomationParking.of(
                dataSource,
                connections,
                transactions,
                eventSerializer,
                serializer,
                forgetful.stream().map(ForgetfulGroup::name).collect(Collectors.toSet()));
    }

    @Bean
    Automations automations(
            ObjectProvider<org.axonframework.config.Configuration> axon,
            TransactionManager transactions,
            Scheduler virtualThreads,
            JdbcClient jdbc) {
        return new Automations(axon::getObject, transactions, virtualThreads::schedule, jdbc);
    }

    @Bean
    Rebuilds rebuilds(JdbcClient jdbc, Serializer serializer) {
        return new StoredRebuilds(jdbc, serializer);
    }

    @Bean
    ProcessorDefaults processorDefaults() {
        return new ProcessorDefaults();
    }

    @Bean
    AggregateCache aggregateCache() {
        return new AggregateCache(50_000);
    }
}
