package io.daybook.command.origins;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.messages.Actor;
import io.daybook.messages.projects.CreateProject;
import io.daybook.messages.projects.ProjectCreated;
import io.daybook.messages.projects.ProjectRenamed;
import io.daybook.messages.projects.RenameProject;
import io.daybook.platform.Identifiers;
import io.daybook.platform.TestNode;
import io.daybook.platform.bus.Metadata;
import io.daybook.platform.bus.Origin;
import io.daybook.platform.postgres.TestDatabase;

import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.callbacks.FutureCallback;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

class OriginsTest {

    private static final UUID ADA = Identifiers.next();

    @TempDir private static Path data;
    private static TestNode node;

    @BeforeAll
    static void start() {
        node = TestNode.start(TestDatabase.create(), data, Application.class);
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @Test
    void anEventNamesItsRequestItsCommandAndNoCauseWhenTheRequestIsTheCause() {
        UUID project = Identifiers.next();
        UUID request = Identifiers.next();

        CommandResultMessage<?> answer =
                send(new CreateProject(project, "Spring", null), Origin.of(request));

        DomainEventMessage<?> created = events(project).getFirst();
        assertThat(created.getMetaData())
                .containsEntry(Origin.CORRELATION, request.toString())
                .containsEntry(Origin.COMMAND, "projects.CreateProject")
                .containsEntry(Actor.USER, ADA.toString())
                .doesNotContainKey(Origin.CAUSATION);
        assertThat(answer.getMetaData()).containsEntry(Origin.EVENT, created.getIdentifier());
    }

    @Test
    void whatAnAutomationDoesBelongsToTheSameRequestAndNamesTheEventThatItAnswers()
            throws InterruptedException {
        UUID project = Identifiers.next();
        UUID request = Identifiers.next();

        send(new CreateProject(project, "Tidy me", null), Origin.of(request));
        assertThat(node.get(Tidying.class).done.poll(20, TimeUnit.SECONDS)).isEqualTo(project);

        List<DomainEventMessage<?>> events = events(project);
        assertThat(events).hasSize(2);
        assertThat(events.getLast().getMetaData())
                .containsEntry(Origin.CORRELATION, request.toString())
                .containsEntry(Origin.CAUSATION, events.getFirst().getIdentifier())
                .containsEntry(Origin.COMMAND, "projects.RenameProject");
    }

    @Test
    void aCommandThatComesFromNowhereIsItsOwnRequest() {
        UUID project = Identifiers.next();
        GenericCommandMessage<Object> command =
                new GenericCommandMessage<>(
                        new CreateProject(project, "Alone", null), Metadata.of(actor()));

        dispatch(command);

        assertThat(events(project).getFirst().getMetaData())
                .containsEntry(Origin.CORRELATION, command.getIdentifier());
    }

    private static Actor actor() {
        return new Actor(ADA, null, false, null);
    }

    private static CommandResultMessage<?> send(Object command, Origin origin) {
        return dispatch(
                new GenericCommandMessage<>(command, Metadata.of(actor()))
                        .andMetaData(origin.metadata()));
    }

    private static CommandResultMessage<?> dispatch(GenericCommandMessage<Object> command) {
        FutureCallback<Object, Object> callback = new FutureCallback<>();
        node.get(CommandBus.class).dispatch(command, callback);
        return callback.getResult(20, TimeUnit.SECONDS);
    }

    private static List<DomainEventMessage<?>> events(UUID aggregate) {
        return node.get(EventStore.class)
                .readEvents(aggregate.toString())
                .asStream()
                .<DomainEventMessage<?>>map(event -> event)
                .toList();
    }

    /** Renames projects that ask for it. */
    @ProcessingGroup("tidying")
    static final class Tidying {

        private final CommandBus bus;
        private final BlockingQueue<UUID> done = new LinkedBlockingQueue<>();

        Tidying(CommandBus bus) {
            this.bus = bus;
        }

        @EventHandler
        void on(ProjectCreated event) {
            if ("Tidy me".equals(event.name())) {
                bus.dispatch(
                        new GenericCommandMessage<>(
                                new RenameProject(event.projectId(), null, "Tidied", null)));
            }
        }

        @EventHandler
        void on(ProjectRenamed event) {
            done.add(event.projectId());
        }
    }

    /** Projects on the ground floor. */
    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @ComponentScan({"io.daybook.platform", "io.daybook.command.projects"})
    static class Application {

        @Bean
        Tidying tidying(CommandBus bus) {
            return new Tidying(bus);
        }
    }
}
