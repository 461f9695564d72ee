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
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
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
    private static final ParameterizedTypeReference<Map<String, Object>> JSON =
            new ParameterizedTypeReference<>() {};
    private static final String EMAIL = "zyxomma@marker.example";

    /** What is told of one person, and of nobody else: written by them, or seen of them. */
    private static final List<String> MARKERS =
            List.of("zyx", "203.0.113.77", "Samsung Internet", "ChromeOS");

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
        WebTestClient zyxomma = zyxomma();
        plant(zyxomma);
        await("what was planted is there to be found")
                .atMost(PATIENCE)
                .untilAsserted(
                        () ->
                                assertThat(stored.holding(MARKERS).keySet())
                                        .extracting(table -> table.replaceAll("_\\d+\\..*", ""))
                                        .contains(
                                                "p_users",
                                                "p_sessions",
                                                "p_connections",
                                                "p_projects",
                                                "p_runs",
                                                "p_audit"));
        readModels.rebuildAll(root);

        eraseOneself(zyxomma, People.PASSWORD).expectStatus().isAccepted();

        finished();
        await("nothing is left, in old generations neither")
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(stored.holding(MARKERS)).isEmpty());
        List<String> live = history();
        readModels.rebuildAll(root);
        assertThat(stored.holding(MARKERS)).isEmpty();
        assertThat(history()).isEqualTo(live);
        assertThat(String.join("\n", live)).contains("erased an account and everything");
        assertThat(output.getAll()).doesNotContainIgnoringCase("zyx").doesNotContain("203.0.113");
        theLogIsUntouched();
        people.get("/api/users?q=zyx", root).expectBody().jsonPath("$.items").isEmpty();

        register(EMAIL).expectStatus().isAccepted();
        people.logIn(EMAIL, People.PASSWORD).expectStatus().isOk();
        people.get("/api/users?q=ZYX", root).expectBody().jsonPath("$.items.length()").isEqualTo(1);
        erase(userId(EMAIL), root).expectStatus().isAccepted();
        finished();
    }

    @Test
    void needsThePasswordOnceMore() {
        String email = people.register();
        WebTestClient grace = as(people.signIn(email));

        eraseOneself(grace, "wrong password")
                .expectStatus()
                .isForbidden()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/password-wrong");
        grace.delete().uri("/api/users/me").exchange().expectStatus().is4xxClientError();
        grace.get().uri("/api/users/me").exchange().expectStatus().isOk();

        eraseOneself(grace, People.PASSWORD).expectStatus().isAccepted();
        grace.get().uri("/api/users/me").exchange().expectStatus().isUnauthorized();
        people.logIn(email, People.PASSWORD).expectStatus().isUnauthorized();
    }

    @Test
    void isForAdministratorsWhereItIsAboutOthersAndNeverForTheLastOfThem() {
        UUID rootId = me(root);
        People.Bearer ada = people.user();

        erase(me(ada), people.user()).expectStatus().isForbidden();
        erase(rootId, root)
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/own-account");
        eraseOneself(as(root), People.PASSWORD)
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/last-administrator");
        erase(UUID.randomUUID(), root).expectStatus().isNotFound();
        people.get("/api/users", ada).expectStatus().isForbidden();
        people.get("/api/admin/erasures", ada).expectStatus().isForbidden();
    }

    @Test
    void endsOpenStreamsAndRunningQuestions() {
        People.Bearer ada = people.user();
        WebTestClient adas = as(ada);
        connect(adas, "Slow", shop.readerUri());
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
                .then(() -> eraseOneself(adas, People.PASSWORD).expectStatus().isAccepted())
                .expectNextCount(2)
                .expectComplete()
                .verify(PATIENCE);
        finished();
        assertThat(running(ada)).isZero();
    }

    @Test
    void twiceAtOnceAndWhileTokensAreRefreshedItIsDoneOnce() {
        String email = people.register();
        People.Bearer ada = people.signIn(email);
        UUID id = me(ada);

        List<Integer> answers =
                IntStream.range(0, 12)
                        .parallel()
                        .mapToObj(
                                number ->
                                        switch (number % 3) {
                                            case 0 -> eraseOneself(as(ada), People.PASSWORD);
                                            case 1 -> erase(id, root);
                                            default ->
                                                    people.post(
                                                            "/api/auth/refresh",
                                                            Map.of("refreshToken", ada.refresh()));
                                        })
                        .map(answer -> answer.returnResult(String.class).getStatus().value())
                        .toList();

        assertThat(answers).contains(202).isSubsetOf(200, 202, 401);
        finished();
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

        finished();
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

        finished();
        await("the rebuild ends")
                .atMost(PATIENCE)
                .until(() -> readModels.generation("users") > before);
        await("nothing is left of the person")
                .atMost(PATIENCE)
                .until(() -> stored.holding(List.of(email)).isEmpty());
    }

    private WebTestClient zyxomma() {
        client.post()
                .uri("/api/auth/register")
                .headers(ErasureEndpointsTest::fromTheMarkedPlace)
                .bodyValue(
                        Map.of(
                                "email",
                                EMAIL,
                                "password",
                                People.PASSWORD,
                                "fullName",
                                "Zyxomma Quill",
                                "username",
                                "zyxquill"))
                .exchange()
                .expectStatus()
                .isAccepted();
        Map<String, Object> tokens =
                Objects.requireNonNull(
                        client.post()
                                .uri("/api/auth/login")
                                .headers(ErasureEndpointsTest::fromTheMarkedPlace)
                                .bodyValue(Map.of("identifier", EMAIL, "password", People.PASSWORD))
                                .exchange()
                                .expectBody(JSON)
                                .returnResult()
                                .getResponseBody());
        return client.mutate()
                .defaultHeaders(ErasureEndpointsTest::fromTheMarkedPlace)
                .defaultHeaders(
                        headers -> headers.setBearerAuth(String.valueOf(tokens.get("accessToken"))))
                .build();
    }

    private static void fromTheMarkedPlace(HttpHeaders headers) {
        headers.set("X-Forwarded-For", "203.0.113.77");
        headers.set("User-Agent", "ZyxAgent (CrOS) SamsungBrowser/9");
    }

    private void plant(WebTestClient zyxomma) {
        shop.sql("CREATE ROLE zyxreader LOGIN PASSWORD 'zyxpassword'");
        shop.sql("GRANT SELECT ON ALL TABLES IN SCHEMA public TO zyxreader");
        connect(
                zyxomma,
                "Zyxconnection",
                "postgresql://zyxreader:zyxpassword@%s:%d/%s"
                        .formatted(
                                shop.database().host(),
                                shop.database().port(),
                                shop.database().name()));
        for (String name : List.of("Zyxproject", "Zyxdeleted")) {
            Map<String, Object> project =
                    Objects.requireNonNull(
                            zyxomma.post()
                                    .uri("/api/projects")
                                    .bodyValue(Map.of("name", name, "description", "zyx words"))
                                    .exchange()
                                    .expectStatus()
                                    .isCreated()
                                    .expectBody(JSON)
                                    .returnResult()
                                    .getResponseBody());
            if (name.equals("Zyxdeleted")) {
                zyxomma.delete()
                        .uri("/api/projects/" + project.get("id"))
                        .exchange()
                        .expectStatus()
                        .isNoContent();
            }
        }
        ask(zyxomma, Map.of("sql", "select 'zyxstatement' as zyxcolumn"));
        ask(zyxomma, Map.of("sql", "select zyxwrong"));
        ask(zyxomma, Map.of("question", "how many purchase zyxquestion"));
        zyxomma.get().uri("/api/users/me").exchange().expectStatus().isOk();
        people.logIn(EMAIL, "zyx wrong password").expectStatus().isUnauthorized();
        register(EMAIL).expectStatus().isAccepted();
        people.get("/api/admin/outbox", root)
                .expectBody(String.class)
                .value(body -> assertThat(body).contains("zyxomma"));
    }

    private static void connect(WebTestClient person, String name, String uri) {
        Map<String, Object> connection =
                Objects.requireNonNull(
                        person.post()
                                .uri("/api/connections")
                                .bodyValue(Map.of("name", name, "kind", "postgres", "uri", uri))
                                .exchange()
                                .expectStatus()
                                .isCreated()
                                .expectBody(JSON)
                                .returnResult()
                                .getResponseBody());
        person.post()
                .uri("/api/connections/" + connection.get("id") + "/select")
                .exchange()
                .expectStatus()
                .isNoContent();
    }

    private static void ask(WebTestClient person, Map<String, String> body) {
        person.post()
                .uri("/api/runs")
                .bodyValue(body)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .value(answer -> assertThat(answer).contains("[DONE]"));
    }

    private WebTestClient as(People.Bearer who) {
        return client.mutate().defaultHeaders(who::on).build();
    }

    private static WebTestClient.ResponseSpec eraseOneself(WebTestClient person, String password) {
        return person.method(HttpMethod.DELETE)
                .uri("/api/users/me")
                .bodyValue(Map.of("password", password))
                .exchange();
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

    private UUID me(People.Bearer who) {
        return UUID.fromString(
                String.valueOf(
                        Objects.requireNonNull(
                                        people.get("/api/users/me", who)
                                                .expectBody(JSON)
                                                .returnResult()
                                                .getResponseBody())
                                .get("id")));
    }

    private UUID userId(String email) {
        return me(people.signIn(email));
    }

    private void finished() {
        await("all erasures are finished")
                .atMost(PATIENCE)
                .untilAsserted(
                        () ->
                                people.get("/api/admin/erasures", root)
                                        .expectBody()
                                        .jsonPath("$.items[?(@.status == 'running')]")
                                        .isEmpty()
                                        .jsonPath("$.items[?(@.status == 'finished')]")
                                        .isNotEmpty());
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
