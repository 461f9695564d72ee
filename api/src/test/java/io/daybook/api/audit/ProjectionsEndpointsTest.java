package io.daybook.api.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.Workspace;
import io.daybook.api.WorkspaceTest;
import io.daybook.api.identity.People;

import org.junit.jupiter.api.Test;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.reactive.server.StatusAssertions;

import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Rebuilds on the running application. */
final class ProjectionsEndpointsTest extends WorkspaceTest {

    ProjectionsEndpointsTest(Workspace workspace) {
        super(workspace);
    }

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
    void tellAllTheirProgressInOneStream() {
        StepVerifier.create(progress(root, "/api/admin/projections/progress").take(1))
                .assertNext(all -> assertThat((List<?>) all.get("items")).hasSizeGreaterThan(5))
                .verifyComplete();
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

    @Test
    void areOrderedOnceAtATimeRestGoOnAndAreTakenOrGivenUp() {
        // what differs waits for somebody to decide
        JdbcClient jdbc = daybook.bean(JdbcClient.class);
        jdbc.sql(
                        """
                        insert into p_filters_1.history_filters (filter_id, owner_id, saved_at)
                        values (gen_random_uuid(), gen_random_uuid(), now())
                        """)
                .update();
        List<CompletableFuture<Integer>> orders =
                Stream.generate(() -> CompletableFuture.supplyAsync(this::rebuildFilters))
                        .limit(4)
                        .toList();
        assertThat(orders.stream().map(CompletableFuture::join).toList())
                .containsExactlyInAnyOrder(202, 409, 409, 409);
        awaitRebuild("filters", "differing");
        order(root, "filters", "rebuild").isEqualTo(409);
        assertThat(
                        jdbc.sql(
                                        """
                                        select count(*) from domain_event
                                        where payload_type = 'audit.RebuildRequested' and payload like '%"filters"%'
                                        """)
                                .query(Long.class)
                                .single())
                .isEqualTo(1);

        order(root, "filters", "pause").isEqualTo(202);
        awaitRebuild("filters", "paused");
        order(root, "filters", "resume").isEqualTo(202);
        awaitRebuild("filters", "differing");
        order(root, "filters", "cancel").isEqualTo(202);
        await("filters", "rebuild", "null");

        order(root, "filters", "rebuild").isEqualTo(202);
        awaitRebuild("filters", "differing");
        order(root, "filters", "accept").isEqualTo(202);
        await("filters", "generation", 3);
    }

    private int rebuildFilters() {
        return order(root, "filters", "rebuild")
                .value(status -> {})
                .returnResult(Void.class)
                .getStatus()
                .value();
    }

    @Test
    void areNotToldOfBeyondTheEndOfTheSession() {
        People.Bearer other = people.signInAgain(root);
        StepVerifier.create(progress(other, "/api/admin/projections/progress"))
                .expectNextCount(1)
                .then(() -> people.delete("/api/sessions/" + other.session(), root))
                .thenConsumeWhile(more -> true)
                .expectComplete()
                .verify(Duration.ofSeconds(30));
    }

    private StatusAssertions order(People.Bearer who, String projection, String order) {
        return client.post()
                .uri("/api/admin/projections/{name}/{order}", projection, order)
                .headers(who::on)
                .exchange()
                .expectStatus();
    }

    private void awaitRebuild(String projection, String state) {
        awaitWhere(
                projection,
                one ->
                        one.get("rebuild") instanceof Map<?, ?> rebuild
                                && state.equals(rebuild.get("state")));
    }

    private void await(String projection, String field, Object value) {
        awaitWhere(projection, one -> String.valueOf(value).equals(String.valueOf(one.get(field))));
    }

    private void awaitWhere(String projection, Predicate<Map<?, ?>> condition) {
        StepVerifier.create(
                        progress(root, "/api/admin/projections/" + projection + "/progress")
                                .filter(condition)
                                .next())
                .expectNextCount(1)
                .expectComplete()
                .verify(Duration.ofSeconds(30));
    }

    private Flux<Map<String, Object>> progress(People.Bearer who, String path) {
        return client.get()
                .uri(path)
                .headers(who::on)
                .accept(MediaType.TEXT_EVENT_STREAM)
                .exchange()
                .returnResult(
                        new ParameterizedTypeReference<ServerSentEvent<Map<String, Object>>>() {})
                .getResponseBody()
                .mapNotNull(ServerSentEvent::data);
    }

    @Test
    void thatDoNotExistAreNotFound() {
        for (String path : List.of("progress", "differences")) {
            client.get()
                    .uri("/api/admin/projections/nothing/" + path)
                    .headers(root::on)
                    .exchange()
                    .expectStatus()
                    .isNotFound();
        }
        client.post()
                .uri("/api/admin/projections/nothing/rebuild")
                .headers(root::on)
                .exchange()
                .expectStatus()
                .isNotFound();
    }
}
