package io.daybook.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.messages.assistant.QuestionAsked;
import io.daybook.messages.audit.ProjectionStatus;
import io.daybook.platform.Identifiers;
import io.daybook.platform.TestNode;
import io.daybook.platform.bus.Metadata;
import io.daybook.platform.log.AppendedPosition;
import io.daybook.platform.postgres.TestDatabase;
import io.daybook.query.platform.Projections;

import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.GenericQueryMessage;
import org.axonframework.queryhandling.QueryBus;
import org.axonframework.queryhandling.QueryResponseMessage;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The whole query side on a database of its own: append events, ask, compare what stands in the
 * tables.
 */
public final class QueryNode implements AutoCloseable {

    private final TestNode node;
    private final Map<UUID, Long> sequences = new HashMap<>();
    private long position = -1;

    private QueryNode(TestNode node) {
        this.node = node;
    }

    /** A node with an empty log. */
    public static QueryNode start(TestDatabase database, Path data) {
        return new QueryNode(TestNode.start(database, data, Application.class));
    }

    /** One of several nodes, under a name of its own. */
    public static QueryNode start(TestDatabase database, Path data, String name) {
        return new QueryNode(TestNode.start(name, database, data, Application.class));
    }

    /** From now on asks as of the last event of another node. */
    public void sees(QueryNode other) {
        position = Math.max(position, other.position);
    }

    /** Appends events of an aggregate as a command would. */
    public QueryNode happened(UUID aggregate, Object... events) {
        return happenedBecauseOf(Map.of(), aggregate, events);
    }

    /** The same with metadata. */
    public QueryNode happenedBecauseOf(Map<String, ?> metaData, UUID aggregate, Object... events) {
        return happenedAt(
                Instant.now().truncatedTo(ChronoUnit.MICROS), metaData, aggregate, events);
    }

    /** The same at another time. */
    public QueryNode happenedAt(
            Instant time, Map<String, ?> metaData, UUID aggregate, Object... events) {
        for (Object event : events) {
            long sequence = sequences.merge(aggregate, 0L, (before, none) -> before + 1);
            node.get(EventStore.class)
                    .publish(
                            new GenericDomainEventMessage<>(
                                    "Test",
                                    aggregate.toString(),
                                    sequence,
                                    event,
                                    MetaData.from(metaData),
                                    Identifiers.next().toString(),
                                    time));
            position = AppendedPosition.take();
        }
        return this;
    }

    /** Does several things in one transaction: others see all of them at once. */
    public void together(Runnable work) {
        inTransaction(status -> work.run());
    }

    /** The same for work that may roll it back. */
    public void inTransaction(Consumer<TransactionStatus> work) {
        new TransactionTemplate(node.get(PlatformTransactionManager.class))
                .executeWithoutResult(work);
    }

    /** A question of somebody, which several threads may ask at the same time. */
    public void asked(UUID asker) {
        UUID run = Identifiers.next();
        node.get(EventStore.class)
                .publish(
                        new GenericDomainEventMessage<>(
                                "Run",
                                run.toString(),
                                0,
                                new QuestionAsked(run, asker, run, null, "How many?", "analyst")));
    }

    /** Asks as of the last event. */
    public <R> R ask(Object query, Class<R> type) {
        return Objects.requireNonNull(answer(query, type));
    }

    /** Whether there is no answer as of the last event. */
    public boolean knowsNothing(Object query, Class<?> type) {
        return answer(query, type) == null;
    }

    private <R> @Nullable R answer(Object query, Class<R> type) {
        QueryResponseMessage<R> answer =
                node.get(QueryBus.class)
                        .query(
                                new GenericQueryMessage<>(query, ResponseTypes.instanceOf(type))
                                        .andMetaData(Metadata.position(position)))
                        .orTimeout(20, TimeUnit.SECONDS)
                        .join();
        if (answer.isExceptional()) {
            throw new AssertionError(answer.exceptionResult());
        }
        return answer.getPayload();
    }

    /** Waits until the projections behind a query have read everything. */
    public QueryNode settled(Class<?> query) throws InterruptedException {
        assertThat(projections().await(query, position, Duration.ofSeconds(20))).isTrue();
        return this;
    }

    /** All rows of a table as readers see it, in the order of its first column. */
    public List<Map<String, Object>> rows(String table) {
        return jdbc().sql("select * from read." + table + " order by 1").query().listOfRows();
    }

    /** A part of it. */
    public <T> T get(Class<T> type) {
        return node.get(type);
    }

    /** The position of the last event. */
    public long position() {
        return position;
    }

    public Projections projections() {
        return node.get(Projections.class);
    }

    /** How a projection stands. */
    public ProjectionStatus status(String projection) {
        return projections().status().items().stream()
                .filter(one -> one.name().equals(projection))
                .findFirst()
                .orElseThrow();
    }

    /** The schemas of the generations of a projection. */
    public List<String> schemas(String projection) {
        return jdbc().sql("select nspname from pg_namespace where nspname ~ ? order by 1")
                .param("^p_" + projection + "_")
                .query(String.class)
                .list();
    }

    public JdbcClient jdbc() {
        return node.get(JdbcClient.class);
    }

    @Override
    public void close() {
        node.close();
    }

    /** Everything of this module and the ground floor. */
    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @ComponentScan("io.daybook")
    static class Application {}
}
