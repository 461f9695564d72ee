package io.daybook.api.audit;

import io.daybook.api.Workspace;
import io.daybook.api.WorkspaceTest;
import io.daybook.api.identity.People;

import org.junit.jupiter.api.Test;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.test.web.reactive.server.StatusAssertions;

import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

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
    void areNotToldOfBeyondTheEndOfTheSession() {
        People.Bearer other = people.signInAgain(root);
        StepVerifier.create(progress(other))
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

    private void await(String projection, String field, Object value) {
        StepVerifier.create(
                        progress(root)
                                .map(data -> String.valueOf(of(data, projection).get(field)))
                                .filter(String.valueOf(value)::equals)
                                .next())
                .expectNextCount(1)
                .expectComplete()
                .verify(Duration.ofSeconds(30));
    }

    private Flux<Map<String, Object>> progress(People.Bearer who) {
        return client.get()
                .uri("/api/admin/projections/progress")
                .headers(who::on)
                .accept(MediaType.TEXT_EVENT_STREAM)
                .exchange()
                .returnResult(
                        new ParameterizedTypeReference<ServerSentEvent<Map<String, Object>>>() {})
                .getResponseBody()
                .mapNotNull(ServerSentEvent::data);
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
