package io.daybook.api;

import io.daybook.api.identity.People;

import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Two people and an administrator in a running Daybook. */
@ExtendWith(SharedWorkspace.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class WorkspaceTest {

    protected final RunningDaybook daybook;
    protected final People people;
    protected final WebTestClient client;

    protected final People.Bearer anna;
    protected final People.Bearer ben;
    protected final People.Bearer root;

    protected WorkspaceTest(Workspace workspace) {
        daybook = workspace.daybook();
        people = workspace.people();
        client = daybook.client();
        anna = people.user();
        ben = people.user();
        root = workspace.root();
    }

    /** A project, the position of the event that made it, and the request that asked for it. */
    public record Written(String id, String position, String request) {}

    protected final Written create(People.Bearer who, String name) {
        EntityExchangeResult<byte[]> answer =
                people.post("/api/projects", Map.of("name", name), who)
                        .expectStatus()
                        .isCreated()
                        .expectHeader()
                        .valueEquals("ETag", "\"0\"")
                        .expectBody()
                        .returnResult();
        return new Written(
                tree(answer).path("id").asString(),
                String.valueOf(answer.getResponseHeaders().getFirst("Daybook-Position")),
                String.valueOf(answer.getResponseHeaders().getFirst("X-Request-Id")));
    }

    /** What is there, to be looked at path by path. */
    protected final WebTestClient.BodyContentSpec get(People.Bearer who, String path) {
        return people.get(path, who).expectStatus().isOk().expectBody();
    }

    /** The same as of a position. */
    protected final WebTestClient.BodyContentSpec get(
            People.Bearer who, String path, String position) {
        return client.get()
                .uri(path)
                .headers(who::on)
                .headers(headers -> headers.set("Daybook-Position", position))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody();
    }

    protected final JsonNode json(People.Bearer who, String path, Written after) {
        return tree(get(who, path, after.position()).returnResult());
    }

    protected final List<JsonNode> items(People.Bearer who, String path, Written after) {
        return json(who, path, after).path("items").valueStream().toList();
    }

    protected final void status(People.Bearer who, String path, int status) {
        people.get(path, who).expectStatus().isEqualTo(status);
    }

    private static JsonNode tree(EntityExchangeResult<byte[]> answer) {
        return JsonMapper.shared().readTree(Objects.requireNonNull(answer.getResponseBody()));
    }
}
