package io.daybook.command.identity.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybook.messages.Actor;
import io.daybook.messages.Secret;
import io.daybook.messages.assistant.AskQuestion;
import io.daybook.messages.connections.ConnectionKind;
import io.daybook.messages.connections.EstablishConnection;
import io.daybook.messages.identity.ConfirmErasure;
import io.daybook.messages.identity.Device;
import io.daybook.messages.identity.EraseUser;
import io.daybook.messages.identity.ErasureStep;
import io.daybook.messages.identity.LogIn;
import io.daybook.messages.identity.LogInAnswer;
import io.daybook.messages.identity.RegisterUser;
import io.daybook.messages.projects.CreateProject;
import io.daybook.platform.Identifiers;
import io.daybook.platform.TestNode;
import io.daybook.platform.bus.Metadata;
import io.daybook.platform.postgres.TestDatabase;
import io.daybook.platform.vault.Vault;

import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.callbacks.FutureCallback;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** An erasure that is interrupted anywhere, or done twice at once, ends in the same state. */
final class ErasureProcessTest {

    private static final Secret PASSWORD = new Secret("tangerine-lamp-42");
    private static final int STEPS = ErasureStep.values().length;

    private final TestDatabase database = TestDatabase.create();
    @TempDir private Path data;

    @Test
    void endsAlikeWhereverItWasInterrupted() {
        List<UUID> people;
        try (TestNode node = TestNode.start(database, data, Application.class)) {
            node.get(ErasureRounds.class).stop();
            people = IntStream.rangeClosed(0, STEPS).mapToObj(steps -> somebody(node)).toList();
            people.forEach(person -> erase(node, person));
            await("all erasures have begun")
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> node.get(ErasureTable.class).unfinished().size() == STEPS + 1);
            for (Begun erasure : node.get(ErasureTable.class).unfinished()) {
                takeSteps(node, erasure, people.indexOf(erasure.person()));
            }
            assertThat(node.get(ErasureTable.class).unfinished()).hasSize(STEPS);
        }
        try (TestNode node = TestNode.start(database, data, Application.class)) {
            await("the next start goes on with them")
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> node.get(ErasureTable.class).unfinished().isEmpty());
            List<Map<String, Object>> expected = trail(node, people.getLast());
            assertThat(expected).hasSize(14);
            for (UUID person : people) {
                assertThat(trail(node, person)).isEqualTo(expected);
                assertThat(leftOf(node, person)).isZero();
            }
        }
    }

    @Test
    void doneTwiceAtOnceItIsDoneOnce() throws Exception {
        try (TestNode node = TestNode.start(database, data, Application.class);
                ExecutorService both = Executors.newFixedThreadPool(2)) {
            node.get(ErasureRounds.class).stop();
            UUID person = somebody(node);
            erase(node, person);
            await("it has begun")
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> !node.get(ErasureTable.class).unfinished().isEmpty());
            Begun erasure = node.get(ErasureTable.class).unfinished().getFirst();
            List<Future<?>> runs = new ArrayList<>();
            for (int run = 0; run < 2; run++) {
                runs.add(both.submit(() -> node.get(ErasureProcess.class).run(erasure)));
            }
            for (Future<?> run : runs) {
                run.get();
            }
            assertThat(trail(node, person)).hasSize(14);
            assertThat(leftOf(node, person)).isZero();
        }
    }

    @Test
    void aNodeThatRemembersThePersonAsTheyWereDecidesByTheLog() {
        try (TestNode one = TestNode.start("one", database, data, Application.class);
                TestNode other = TestNode.start("other", database, data, Application.class)) {
            Stream.of(one, other).forEach(node -> node.get(ErasureRounds.class).stop());
            UUID person = somebody(one);
            send(other, logIn(person), Actor.anonymous("192.0.2.7"));
            erase(one, person);

            assertThat(
                            dispatch(other, logIn(person), Actor.anonymous("192.0.2.7"))
                                    .exceptionResult())
                    .isInstanceOf(ConcurrencyException.class);
            assertThat(send(other, logIn(person), Actor.anonymous("192.0.2.7")))
                    .isEqualTo(LogInAnswer.refused());

            send(one, new ConfirmErasure(person), Actor.SYSTEM);
            assertThat(dispatch(other, new ConfirmErasure(person), Actor.SYSTEM).exceptionResult())
                    .isInstanceOf(ConcurrencyException.class);
            send(other, new ConfirmErasure(person), Actor.SYSTEM);
            assertThat(trail(one, person))
                    .contains(Map.of("payload_type", "identity.UserErased", "times", 1L));
        }
    }

    private static void takeSteps(TestNode node, Begun erasure, int steps) {
        Map<ErasureStep, List<UUID>> found =
                new Belongings(node.get(JdbcClient.class)).of(erasure.person());
        Stream.of(ErasureStep.values())
                .limit(steps)
                .forEach(step -> node.get(ErasureProcess.class).take(step, erasure, found));
    }

    /** Somebody with one of everything. */
    private static UUID somebody(TestNode node) {
        UUID person = Identifiers.next();
        Actor actor = new Actor(person, null, false, "192.0.2.7");
        send(
                node,
                new RegisterUser(
                        person,
                        email(person),
                        "Ada",
                        "u" + person.toString().substring(24),
                        PASSWORD),
                Actor.anonymous("192.0.2.7"));
        send(node, logIn(person), Actor.anonymous("192.0.2.7"));
        UUID connection = Identifiers.next();
        UUID secret = node.get(Vault.class).put(person, "postgresql://ada:pw@db/shop");
        node.get(Vault.class).put(person, "a secret whose connection was never recorded");
        send(
                node,
                new EstablishConnection(
                        connection, "Shop", ConnectionKind.POSTGRES, "db/shop", secret),
                actor);
        send(node, new CreateProject(Identifiers.next(), "Spring", null), actor);
        send(node, new AskQuestion(Identifiers.next(), connection, null, "why?", "sql"), actor);
        return person;
    }

    private static String email(UUID person) {
        return person + "@example.org";
    }

    private static LogIn logIn(UUID person) {
        return new LogIn(
                Identifiers.next(),
                email(person),
                PASSWORD,
                new Device("Computer", "Firefox", "Linux", "192.0.2.7"));
    }

    private static void erase(TestNode node, UUID person) {
        send(node, new EraseUser(person, PASSWORD), new Actor(person, null, false, "192.0.2.7"));
    }

    private static @Nullable Object send(TestNode node, Object command, Actor actor) {
        return dispatch(node, command, actor).getPayload();
    }

    private static CommandResultMessage<?> dispatch(TestNode node, Object command, Actor actor) {
        FutureCallback<Object, Object> answer = new FutureCallback<>();
        node.get(CommandBus.class)
                .dispatch(
                        GenericCommandMessage.asCommandMessage(command)
                                .andMetaData(Metadata.of(actor)),
                        (CommandCallback<Object, Object>) answer);
        return answer.getResult();
    }

    /** What happened to a person and to what was theirs, without when and under which name. */
    private static List<Map<String, Object>> trail(TestNode node, UUID person) {
        return node.get(JdbcClient.class)
                .sql(
                        """
                        select payload_type, count(*) as times from domain_event
                        where payload like '%' || ? || '%' group by 1 order by 1
                        """)
                .param(person.toString())
                .query()
                .listOfRows();
    }

    private static long leftOf(TestNode node, UUID person) {
        return node.get(JdbcClient.class)
                .sql(
                        """
                        select (select count(*) from vault where person_id = :person)
                          + (select count(*) from outbox where person_id = :person)
                          + (select count(*) from personal_key
                             where person_id = :person and key is not null)
                          + (select count(*) from erasure
                             where person_id = :person and (finished_at is null or step <> 'DONE'))
                        """)
                .param("person", person)
                .query(Long.class)
                .single();
    }

    /** Everything of this module and the ground floor. */
    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @ComponentScan("io.daybook")
    static class Application {}
}
