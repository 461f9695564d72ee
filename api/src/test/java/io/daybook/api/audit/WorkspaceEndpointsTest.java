package io.daybook.api.audit;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.concurrent.CompletableFuture.supplyAsync;

import io.daybook.api.identity.People;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.StatusAssertions;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Projects, history, projections and the dashboard on the running application. */
final class WorkspaceEndpointsTest extends WorkspaceTest {

    private static final ParameterizedTypeReference<Map<String, Object>> JSON =
            new ParameterizedTypeReference<>() {};

    private static final String TABLE_OF_PROJECTS =
            "select 'p_projects_' || generation || '.projects' from projection_generation where"
                    + " projection = 'projects' and state = 'live'";

    @Nested
    class Projects {

        @Test
        void areCreatedChangedDeletedAndRestored() {
            Written created = create("Spring");

            put(anna, created, "\"0\"", Map.of("name", "Summer", "description", "Sales"))
                    .expectStatus()
                    .isOk()
                    .expectHeader()
                    .valueEquals("ETag", "\"1\"")
                    .expectBody()
                    .jsonPath("$.name")
                    .isEqualTo("Summer");
            String deletion =
                    String.valueOf(
                            delete(anna, created)
                                    .expectStatus()
                                    .isNoContent()
                                    .expectBody()
                                    .returnResult()
                                    .getResponseHeaders()
                                    .getFirst("Daybook-Position"));
            get(anna, "/api/projects?deleted=true", deletion)
                    .jsonPath("$.items[0].id")
                    .isEqualTo(created.id());
            client.post()
                    .uri("/api/projects/{id}/restore", created.id())
                    .headers(anna::on)
                    .exchange()
                    .expectStatus()
                    .isOk()
                    .expectBody()
                    .jsonPath("$.deleted")
                    .isEqualTo(false);
        }

        @Test
        void areGoneForWhoDeletedThemWithoutNamingAPosition() {
            JdbcClient jdbc = daybook.bean(JdbcClient.class);
            String table = jdbc.sql(TABLE_OF_PROJECTS).query(String.class).single();
            Written created = create("Gone");
            CompletableFuture<String> seen =
                    Objects.requireNonNull(
                            new TransactionTemplate(daybook.bean(PlatformTransactionManager.class))
                                    .execute(
                                            status -> {
                                                // what is there is read, nothing is written
                                                jdbc.sql("lock table " + table + " in share mode")
                                                        .update();
                                                delete(anna, created).expectStatus().isNoContent();
                                                CompletableFuture<String> own =
                                                        supplyAsync(() -> projects(anna));
                                                for (int other = 0; other < 5; other++) {
                                                    assertThat(projects(ben)).contains("items");
                                                }
                                                return own;
                                            }));

            assertThat(seen.join()).contains("items").doesNotContain(created.id());
        }

        @Test
        void areNotOverwrittenUnseen() {
            Written created = create("Autumn");
            put(anna, created, "\"0\"", Map.of("name", "Winter")).expectStatus().isOk();

            put(anna, created, "\"0\"", Map.of("name", "Never"))
                    .expectStatus()
                    .isEqualTo(412)
                    .expectBody()
                    .jsonPath("$.type")
                    .isEqualTo("/problems/project-changed");
            put(anna, created, "\"nonsense\"", Map.of("name", "Never"))
                    .expectStatus()
                    .isEqualTo(412);
        }

        @Test
        void areNotThereForOthers() {
            Written created = create("Private");

            client.get()
                    .uri("/api/projects/{id}", created.id())
                    .headers(ben::on)
                    .exchange()
                    .expectStatus()
                    .isNotFound();
            put(ben, created, null, Map.of("name", "Mine")).expectStatus().isNotFound();
            delete(ben, created).expectStatus().isNotFound();
            put(root, created, null, Map.of("name", "Mine")).expectStatus().isNotFound();
            for (UUID one : List.of(UUID.fromString(created.id()), UUID.randomUUID())) {
                client.delete()
                        .uri("/api/projects/{id}", one)
                        .headers(ben::on)
                        .exchange()
                        .expectBody()
                        .jsonPath("$.type")
                        .isEqualTo("/problems/not-found")
                        .jsonPath("$.detail")
                        .isEqualTo("There is no such thing.");
            }
        }

        @Test
        void tellWhichFieldIsWrong() {
            Map<String, Object> problem = refused(Map.of("name", ""));
            assertThat(problem).containsKey("errors").containsKey("requestId");
            assertThat(refused(Map.of("name", "x".repeat(121)))).containsKey("errors");
            assertThat(refused(Map.of("name", "x", "colour", "red"))).containsKey("detail");
        }

        @Test
        void comeInPages() {
            People.Bearer somebody = people.user();
            for (int i = 0; i < 3; i++) {
                post(somebody, "/api/projects", Map.of("name", "Project " + i))
                        .expectStatus()
                        .isCreated();
            }
            Map<String, Object> page =
                    Objects.requireNonNull(
                            client.get()
                                    .uri("/api/projects?limit=2")
                                    .headers(somebody::on)
                                    .exchange()
                                    .expectBody(JSON)
                                    .returnResult()
                                    .getResponseBody());

            assertThat((List<?>) page.get("items")).hasSize(2);
            get(somebody, "/api/projects?limit=2&cursor=" + page.get("nextCursor"))
                    .jsonPath("$.items.length()")
                    .isEqualTo(1);
            client.get()
                    .uri("/api/projects?cursor=nonsense")
                    .headers(somebody::on)
                    .exchange()
                    .expectStatus()
                    .is4xxClientError();
        }

        private Map<String, Object> refused(Map<String, Object> input) {
            EntityExchangeResult<Map<String, Object>> answer =
                    post(anna, "/api/projects", input)
                            .expectStatus()
                            .is4xxClientError()
                            .expectHeader()
                            .contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON)
                            .expectBody(JSON)
                            .returnResult();
            return Objects.requireNonNull(answer.getResponseBody());
        }
    }

    @Nested
    class History {

        @Test
        void showsEverybodyTheirOwnAndAdministratorsAll() {
            Written created = create("Historic");

            get(anna, "/api/activity?q=historic", created.position())
                    .jsonPath("$.items.length()")
                    .isEqualTo(1)
                    .jsonPath("$.items[0].type")
                    .isEqualTo("projects.ProjectCreated")
                    .jsonPath("$.items[0].address")
                    .isEqualTo("127.0.0.1");
            get(ben, "/api/activity?q=historic", created.position())
                    .jsonPath("$.items.length()")
                    .isEqualTo(0);
            get(root, "/api/audit?q=historic&aggregate=" + created.id(), created.position())
                    .jsonPath("$.items.length()")
                    .isEqualTo(1);
            client.get()
                    .uri("/api/audit")
                    .headers(anna::on)
                    .exchange()
                    .expectStatus()
                    .isForbidden();
            client.get().uri("/api/audit").exchange().expectStatus().isUnauthorized();
        }

        @Test
        void refusesFiltersThatMakeNoSense() {
            for (String filter :
                    List.of("actor=me", "from=yesterday", "limit=0", "limit=100000", "cursor=x")) {
                client.get()
                        .uri("/api/activity?" + filter)
                        .headers(anna::on)
                        .exchange()
                        .expectStatus()
                        .is4xxClientError();
            }
        }

        @Test
        void isToldToAdministratorsHowFarItHasCome() {
            Flux<Long> grown =
                    live(root)
                            .filter(event -> "grown".equals(event.event()))
                            .mapNotNull(ServerSentEvent::data)
                            .map(data -> Long.parseLong(String.valueOf(data.get("position"))));
            Sinks.One<Long> created = Sinks.one();

            // it may be told before the one who created it has its answer
            StepVerifier.create(
                            Flux.combineLatest(
                                            grown, created.asMono(), (at, wanted) -> at >= wanted)
                                    .filter(reached -> reached))
                    .then(
                            () ->
                                    created.tryEmitValue(Long.parseLong(create("Grown").position()))
                                            .orThrow())
                    .expectNextCount(1)
                    .thenCancel()
                    .verify(Duration.ofSeconds(20));
        }

        private Flux<ServerSentEvent<Map<String, Object>>> live(People.Bearer who) {
            return client.get()
                    .uri("/api/live")
                    .headers(who::on)
                    .accept(MediaType.TEXT_EVENT_STREAM)
                    .exchange()
                    .returnResult(
                            new ParameterizedTypeReference<
                                    ServerSentEvent<Map<String, Object>>>() {})
                    .getResponseBody();
        }

        @Test
        void isToldLive() {
            StepVerifier.create(
                            live(ben)
                                    .filter(event -> "activity".equals(event.event()))
                                    .mapNotNull(ServerSentEvent::data)
                                    .map(entry -> String.valueOf(entry.get("type"))))
                    .then(() -> create("Not for Ben"))
                    .then(
                            () ->
                                    post(ben, "/api/projects", Map.of("name", "Ben's"))
                                            .expectStatus()
                                            .isCreated())
                    .expectNext("projects.ProjectCreated")
                    .thenCancel()
                    .verify(Duration.ofSeconds(20));
        }
    }

    @Nested
    class Projections {

        @Test
        void areListedForAdministratorsOnly() {
            get(root, "/api/admin/projections")
                    .jsonPath("$.items[?(@.name == 'audit')]")
                    .isNotEmpty()
                    .jsonPath("$.items[?(@.status != 'live' && @.status != 'rebuilding')]")
                    .isEmpty();
            client.get()
                    .uri("/api/admin/projections")
                    .headers(anna::on)
                    .exchange()
                    .expectStatus()
                    .isForbidden();
            client.post()
                    .uri("/api/admin/projections/users/rebuild")
                    .headers(anna::on)
                    .exchange()
                    .expectStatus()
                    .isForbidden();
        }

        @Test
        void areRebuiltWhileTheyAreRead() {
            order(root, "connections", "rebuild").isEqualTo(202);
            get(root, "/api/connections").jsonPath("$.items").isArray();
            await("connections", "generation", 2);
        }

        @Test
        void takeNoOrdersThatMakeNoSense() {
            order(root, "users", "pause").isEqualTo(409);
            order(root, "users", "accept").isEqualTo(409);
            order(root, "users", "return").isEqualTo(409);
            order(root, "users", "drop").isEqualTo(409);
            order(root, "nothing", "pause").isEqualTo(404);
            order(root, "users", "burn").isEqualTo(404);
            order(anna, "users", "pause").isEqualTo(403);
        }

        @Test
        void returnToTheGenerationBeforeAndDropIt() {
            order(root, "runs", "rebuild").isEqualTo(202);
            await("runs", "generation", 2);
            order(root, "runs", "return").isEqualTo(202);
            await("runs", "generation", 1);
            order(root, "runs", "drop").isEqualTo(202);
            await("runs", "old", "null");

            get(root, "/api/audit?q=returned+to+generation")
                    .jsonPath("$.items[0].type")
                    .isEqualTo("audit.ReturnRequested");
        }

        private StatusAssertions order(People.Bearer who, String projection, String order) {
            return client.post()
                    .uri("/api/admin/projections/{name}/{order}", projection, order)
                    .headers(who::on)
                    .exchange()
                    .expectStatus();
        }

        private void await(String projection, String field, Object value) {
            Flux<ServerSentEvent<Map<String, Object>>> progress =
                    client.get()
                            .uri("/api/admin/projections/progress")
                            .headers(root::on)
                            .accept(MediaType.TEXT_EVENT_STREAM)
                            .exchange()
                            .returnResult(
                                    new ParameterizedTypeReference<
                                            ServerSentEvent<Map<String, Object>>>() {})
                            .getResponseBody();
            StepVerifier.create(
                            progress.mapNotNull(ServerSentEvent::data)
                                    .map(data -> String.valueOf(of(data, projection).get(field)))
                                    .filter(String.valueOf(value)::equals)
                                    .next())
                    .expectNextCount(1)
                    .expectComplete()
                    .verify(Duration.ofSeconds(30));
        }

        private static Map<?, ?> of(Map<String, Object> list, String projection) {
            return ((List<?>) Objects.requireNonNull(list.get("items")))
                    .stream()
                            .map(item -> (Map<?, ?>) item)
                            .filter(item -> projection.equals(item.get("name")))
                            .findFirst()
                            .orElseThrow();
        }

        @Test
        void thatDoNotExistAreNotFound() {
            client.post()
                    .uri("/api/admin/projections/nothing/rebuild")
                    .headers(root::on)
                    .exchange()
                    .expectStatus()
                    .isNotFound();
        }
    }

    @Nested
    class DeadLetters {

        @Test
        void degradeTheHealthAreTriedAgainAndAreSkippedForAReason() {
            JdbcClient jdbc = daybook.bean(JdbcClient.class);
            String table = jdbc.sql(TABLE_OF_PROJECTS).query(String.class).single();
            health("UP");
            jdbc.sql("alter table " + table + " add constraint no check (name <> 'Dead')").update();
            post(anna, "/api/projects", Map.of("name", "Dead"))
                    .expectStatus()
                    .value(status -> assertThat(status).isGreaterThanOrEqualTo(400));
            health("DEGRADED");
            client.get()
                    .uri("/actuator/health/readiness")
                    .exchange()
                    .expectStatus()
                    .isOk()
                    .expectBody()
                    .jsonPath("$.status")
                    .isEqualTo("UP");

            until(() -> letters().getFirst().get("sentence") != null);
            Map<?, ?> letter = letters().getFirst();
            assertThat(letter.get("sentence")).asString().endsWith("opened the project “Dead”");
            Object group = Objects.requireNonNull(letter.get("group"));
            Object sequence = Objects.requireNonNull(letter.get("sequence"));
            Object event = Objects.requireNonNull(letter.get("eventId"));
            Map<String, Object> retry = Map.of("group", group, "sequence", sequence);
            post(anna, "/api/admin/dead-letters/retry", retry).expectStatus().isForbidden();
            post(root, "/api/admin/dead-letters/retry", retry).expectStatus().isAccepted();
            until(() -> Integer.valueOf(2).equals(letters().getFirst().get("attempts")));

            Map<String, Object> skip =
                    Map.of("group", group, "sequence", sequence, "eventId", event, "reason", "Old");
            post(root, "/api/admin/dead-letters/skip", Map.of("group", group))
                    .expectStatus()
                    .isEqualTo(422);
            post(root, "/api/admin/dead-letters/skip", skip).expectStatus().isAccepted();
            until(() -> letters().isEmpty());
            health("UP");
            post(root, "/api/admin/dead-letters/skip", skip).expectStatus().isNotFound();
            jdbc.sql("alter table " + table + " drop constraint no").update();
        }

        private List<Map<?, ?>> letters() {
            Map<String, Object> page =
                    Objects.requireNonNull(
                            client.get()
                                    .uri("/api/admin/dead-letters")
                                    .headers(root::on)
                                    .exchange()
                                    .expectBody(JSON)
                                    .returnResult()
                                    .getResponseBody());
            return ((List<?>) Objects.requireNonNull(page.get("items")))
                    .stream().<Map<?, ?>>map(item -> (Map<?, ?>) item).toList();
        }

        private void health(String status) {
            client.get()
                    .uri("/actuator/health")
                    .headers(root::on)
                    .exchange()
                    .expectStatus()
                    .isOk()
                    .expectBody()
                    .jsonPath("$.components.processing.status")
                    .isEqualTo(status);
        }

        private static void until(BooleanSupplier condition) {
            Instant patience = Instant.now().plus(Duration.ofSeconds(30));
            while (!condition.getAsBoolean()) {
                assertThat(Instant.now()).as("waited too long").isBefore(patience);
                LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            }
        }
    }

    @Test
    void showsTheFiguresOfTheDashboard() {
        get(anna, "/api/dashboard")
                .jsonPath("$.perDay.length()")
                .isEqualTo(14)
                .jsonPath("$.sessions.active")
                .isEqualTo(1)
                .jsonPath("$.recentRuns.length()")
                .isEqualTo(0);
    }

    private record Written(String id, String position) {}

    private Written create(String name) {
        EntityExchangeResult<Map<String, Object>> answer =
                post(anna, "/api/projects", Map.of("name", name))
                        .expectStatus()
                        .isCreated()
                        .expectHeader()
                        .valueEquals("ETag", "\"0\"")
                        .expectBody(JSON)
                        .returnResult();
        Map<String, Object> body = new HashMap<>(Objects.requireNonNull(answer.getResponseBody()));
        return new Written(
                String.valueOf(body.get("id")),
                String.valueOf(answer.getResponseHeaders().getFirst("Daybook-Position")));
    }

    /** As of nothing in particular. */
    private String projects(People.Bearer who) {
        return Objects.requireNonNull(
                client.get()
                        .uri("/api/projects")
                        .headers(headers -> headers.setBearerAuth(who.access()))
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody());
    }

    private WebTestClient.ResponseSpec post(People.Bearer who, String path, Object body) {
        return client.post()
                .uri(path)
                .headers(who::on)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    private WebTestClient.ResponseSpec put(
            People.Bearer who, Written project, @Nullable String version, Object body) {
        return client.put()
                .uri("/api/projects/{id}", project.id())
                .headers(who::on)
                .headers(
                        headers -> {
                            if (version != null) {
                                headers.set("If-Match", version);
                            }
                        })
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    private WebTestClient.ResponseSpec delete(People.Bearer who, Written project) {
        return client.delete().uri("/api/projects/{id}", project.id()).headers(who::on).exchange();
    }

    private WebTestClient.BodyContentSpec get(People.Bearer who, String path) {
        return client.get()
                .uri(path)
                .headers(who::on)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody();
    }

    private WebTestClient.BodyContentSpec get(People.Bearer who, String path, String position) {
        return client.get()
                .uri(path)
                .headers(who::on)
                .headers(headers -> headers.set("Daybook-Position", position))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody();
    }
}
