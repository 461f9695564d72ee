package io.daybook.benchmarks;

import io.daybook.api.platform.Daybook;
import io.daybook.messages.Actor;
import io.daybook.platform.bus.Metadata;
import io.daybook.platform.postgres.EmbeddedPostgres;
import io.daybook.query.platform.Projections;

import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventProcessor;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.GenericQueryMessage;
import org.axonframework.queryhandling.QueryBus;
import org.axonframework.queryhandling.QueryResponseMessage;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The whole of Daybook in this JVM, on an empty folder and with durability as its users have it.
 */
final class House implements AutoCloseable {

    private final Plot plot;
    private final ConfigurableApplicationContext rooms;

    private House(Plot plot, ConfigurableApplicationContext rooms) {
        this.plot = plot;
        this.rooms = rooms;
    }

    static House open() throws IOException {
        return on(Plot.open("house-"));
    }

    static House on(Plot plot) {
        SpringApplication application = new SpringApplication(Daybook.class);
        application.setRegisterShutdownHook(false);
        return new House(
                plot,
                application.run(
                        plot.arguments(
                                "--server.port=0",
                                // one caller asks thousands of times
                                "--daybook.connections.calls-per-minute=1000000",
                                "--logging.level.io.daybook=warn")));
    }

    <T> T room(Class<T> type) {
        return rooms.getBean(type);
    }

    /** Stops whatever follows the log by itself; commands and queries are still answered. */
    void rest() {
        room(Projections.class).stop();
        room(EventProcessingConfiguration.class)
                .eventProcessors()
                .values()
                .forEach(EventProcessor::shutDown);
    }

    EmbeddedPostgres postgres() {
        return plot.postgres();
    }

    Path folder() {
        return plot.folder();
    }

    /**
     * Dispatches on the caller's thread, as an endpoint does on a virtual one; answers the position
     * of its last event, and fails as the handler fails.
     */
    long send(Object command, Actor actor) {
        AtomicReference<@Nullable CommandResultMessage<?>> answer = new AtomicReference<>();
        room(CommandBus.class)
                .dispatch(
                        GenericCommandMessage.asCommandMessage(command)
                                .andMetaData(Metadata.of(actor)),
                        (sent, result) -> answer.set(result));
        CommandResultMessage<?> result = Objects.requireNonNull(answer.get());
        if (result.isExceptional()) {
            throw new IllegalStateException(command + " failed", result.exceptionResult());
        }
        return result.getMetaData().get(Metadata.POSITION) instanceof Number position
                ? position.longValue()
                : -1;
    }

    /** Asks for what is known once the read models have come to a position (-1: now). */
    <A> A ask(Object query, Class<A> type, long position) {
        QueryResponseMessage<A> answer =
                room(QueryBus.class)
                        .query(
                                new GenericQueryMessage<>(query, ResponseTypes.instanceOf(type))
                                        .andMetaData(
                                                position < 0
                                                        ? Map.of()
                                                        : Metadata.position(position)))
                        .join();
        if (answer.isExceptional()) {
            throw new IllegalStateException(query + " failed", answer.exceptionResult());
        }
        return answer.getPayload();
    }

    @Override
    public void close() {
        rooms.close();
        plot.close();
    }
}
