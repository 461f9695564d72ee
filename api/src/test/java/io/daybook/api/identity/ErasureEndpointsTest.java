package io.daybook.api.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybook.api.ReadModels;
import io.daybook.api.RunningDaybook;
import io.daybook.api.mcp.postgres.SampleShop;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.reactive.server.WebTestClient;

import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/** Erasing people on the running application, and what is left of them: nothing. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(OutputCaptureExtension.class)
final class ErasureEndpointsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private final SampleShop shop = SampleShop.create();
    private final RunningDaybook daybook =
            RunningDaybook.start(Map.of("daybook.http.trusted-proxies", "127.0.0.1"));
    private final People people = new People(daybook);
    private final WebTestClient client = daybook.client();
    private final JdbcClient jdbc = daybook.bean(JdbcClient.class);
    private final ReadModels readModels = new ReadModels(daybook);
    private final EverythingStored stored = new EverythingStored(jdbc);
    private final People.Bearer root = people.administrator();

    @AfterAll
    void stop() {
        daybook.stop();
    }

    @Test
    void nothingThatAPersonLeftIsFoundAfterwards(CapturedOutput output) {
        MarkedPerson marked = new MarkedPerson(people, client, shop);
        WebTestClient zyxomma = marked.register();
        marked.leaveTraces(zyxomma);
        people.get("/api/admin/outbox", root)
                .expectBody(String.class)
                .value(body -> assertThat(body).contains("zyxomma"));
        await("what was planted is there to be found")
                .atMost(PATIENCE)
                .untilAsserted(
                        () ->
                                assertThat(stored.holding(MarkedPerson.MARKERS).keySet())
                                        .extracting(table -> table.replaceAll("_\\d+\\..*", ""))
                                        .contains(
                                                "p_users",
                                                "p_sessions",
                                                "p_connections",
                                                "p_projects",
                                                "p_runs",
                                                "p_audit"));
        readModels.rebuildAll(root);
        marked.leaveAParkedEvent(zyxomma, jdbc);
        await("what is parked is told").atMost(PATIENCE).until(() -> parked().contains("Zyxpark"));

        People.eraseOneself(zyxomma, People.PASSWORD).expectStatus().isAccepted();

        people.awaitErasures(root);
        await("nothing is left, in old generations neither")
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(stored.holding(MarkedPerson.MARKERS)).isEmpty());
        assertThat(parked()).contains("\"items\":[]");
        List<String> live = history();
        readModels.rebuildAll(root);
        assertThat(stored.holding(MarkedPerson.MARKERS)).isEmpty();
        assertThat(history()).isEqualTo(live);
        assertThat(String.join("\n", live)).contains("erased an account and everything");
        assertThat(output.getAll()).doesNotContainIgnoringCase("zyx").doesNotContain("203.0.113");
        theLogIsUntouched();
        people.get("/api/users?q=zyx", root).expectBody().jsonPath("$.items").isEmpty();

        register(MarkedPerson.EMAIL).expectStatus().isAccepted();
        people.logIn(MarkedPerson.EMAIL, People.PASSWORD).expectStatus().isOk();
        people.get("/api/users?q=ZYX", root).expectBody().jsonPath("$.items.length()").isEqualTo(1);
        erase(userId(MarkedPerson.EMAIL), root).expectStatus().isAccepted();
        people.awaitErasures(root);
    }

    @Test
    void endsOpenStreamsAndRunningQuestions() {
        People.Bearer ada = people.user();
        WebTestClient adas = as(ada);
        MarkedPerson.connect(adas, "Slow", shop.readerUri());
        Flux<ServerSentEvent<String>> live =
                adas.get()
                        .uri("/api/live")
                        .accept(MediaType.TEXT_EVENT_STREAM)
                        .exchange()
                        .returnResult(new ParameterizedTypeReference<ServerSentEvent<String>>() {})
                        .getResponseBody();
        Flux<String> run =
                adas.post()
                        .uri("/api/runs")
                        .bodyValue(Map.of("sql", "select count(*) from generate_series(1, 1e10)"))
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .returnResult(String.class)
                        .getResponseBody();

        CompletableFuture<Void> asked = new CompletableFuture<>();
        StepVerifier.create(
                        Flux.merge(
                                live.mapNotNull(ServerSentEvent::event)
                                        .filter("session-ended"::equals),
                                run.doOnNext(part -> asked.complete(null))
                                        .filter("[DONE]"::equals)))
                .then(asked::join)
                .then(() -> People.eraseOneself(adas, People.PASSWORD).expectStatus().isAccepted())
                .expectNextCount(2)
                .expectComplete()
                .verify(PATIENCE);
        people.awaitErasures(root);
        assertThat(running(ada)).isZero();
    }

    @Test
    void twiceAtOnceAndWhileTokensAreRefreshedItIsDoneOnce() {
        String email = people.register();
        People.Bearer ada = people.signIn(email);
        UUID id = people.idOf(ada);

        List<Integer> answers =
                IntStream.range(0, 12)
                        .parallel()
                        .mapToObj(
                                number ->
                                        switch (number % 3) {
                                            case 0 -> People.eraseOneself(as(ada), People.PASSWORD);
                                            case 1 -> erase(id, root);
                                            default ->
                                                    people.post(
                                                            "/api/auth/refresh",
                                                            Map.of("refreshToken", ada.refresh()));
                                        })
                        .map(answer -> answer.returnResult(String.class).getStatus().value())
                        .toList();

        assertThat(answers).contains(202).isSubsetOf(200, 202, 401);
        people.awaitErasures(root);
        people.post("/api/auth/refresh", Map.of("refreshToken", ada.refresh()))
                .expectStatus()
                .isUnauthorized();
        assertThat(times("identity.UserErasureRequested", id)).isEqualTo(1);
        assertThat(times("identity.UserErased", id)).isEqualTo(1);
    }

    @Test
    void theAddressIsSomebodyElsesAsSoonAsItIsGivenBack() {
        String email = people.register();
        UUID before = userId(email);
        CompletableFuture<Void> meanwhile =
                CompletableFuture.runAsync(
                        () ->
                                await("registered anew")
                                        .atMost(PATIENCE)
                                        .until(
                                                () -> {
                                                    register(email).expectStatus().isAccepted();
                                                    return logsIn(email);
                                                }));
        erase(before, root).expectStatus().isAccepted();
        meanwhile.join();

        people.awaitErasures(root);
        assertThat(userId(email)).isNotEqualTo(before);
        assertThat(people.signIn(email).access()).isNotBlank();
    }

    @Test
    void duringARebuildBothComeToTheirEnd() {
        String email = people.register();
        UUID id = userId(email);
        int before = readModels.generation("users");
        readModels.rebuild("users", root);
        erase(id, root).expectStatus().isAccepted();

        people.awaitErasures(root);
        await("the rebuild ends")
                .atMost(PATIENCE)
                .until(() -> readModels.generation("users") > before);
        await("nothing is left of the person")
                .atMost(PATIENCE)
                .until(() -> stored.holding(List.of(email)).isEmpty());
    }

    private String parked() {
        return Objects.requireNonNull(
                people.get("/api/admin/dead-letters", root)
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody());
    }

    private WebTestClient as(People.Bearer who) {
        return client.mutate().defaultHeaders(who::on).build();
    }

    private WebTestClient.ResponseSpec erase(UUID id, People.Bearer by) {
        return people.delete("/api/users/" + id, by);
    }

    private WebTestClient.ResponseSpec register(String email) {
        return people.post(
                "/api/auth/register", Map.of("email", email, "password", People.PASSWORD));
    }

    private boolean logsIn(String email) {
        return people.logIn(email, People.PASSWORD)
                .returnResult(String.class)
                .getStatus()
                .is2xxSuccessful();
    }

    private UUID userId(String email) {
        return people.idOf(people.signIn(email));
    }

    private List<String> history() {
        return jdbc.sql(
                        """
                        select concat_ws('|', position, sentence, impersonal, address)
                        from read.audit_entries where type <> 'audit.RebuildRequested'
                        order by position
                        """)
                .query(String.class)
                .list();
    }

    private void theLogIsUntouched() {
        client.post()
                .uri("/api/admin/audit/verify")
                .headers(root::on)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.firstAlteredPosition")
                .isEmpty();
    }

    private long times(String type, UUID person) {
        return jdbc.sql(
                        "select count(*) from domain_event where payload_type = ? and aggregate_id"
                                + " = ?")
                .params(type, person)
                .query(Long.class)
                .single();
    }

    private long running(People.Bearer person) {
        return jdbc.sql(
                        """
                        select count(*) from domain_event asked where payload_type = 'assistant.QuestionAsked'
                          and meta_data like '%' || ? || '%' and not exists (
                            select 1 from domain_event closed
                            where closed.aggregate_id = asked.aggregate_id and closed.sequence_number = 1)
                        """)
                .param(person.session().toString())
                .query(Long.class)
                .single();
    }
}
