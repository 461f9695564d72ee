package io.daybook.api.audit;

import io.daybook.api.Workspace;
import io.daybook.api.WorkspaceTest;
import io.daybook.api.identity.People;

import org.junit.jupiter.api.Test;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Who reads which part of the history, and is told of it live. */
final class ActivityEndpointsTest extends WorkspaceTest {

    ActivityEndpointsTest(Workspace workspace) {
        super(workspace);
    }

    @Test
    void showsEverybodyTheirOwnAndAdministratorsAll() {
        Written created = create(anna, "Historic");

        get(anna, "/api/activity?q=historic", created.position())
                .jsonPath("$.items.length()")
                .isEqualTo(1)
                .jsonPath("$.items[0].type")
                .isEqualTo("projects.ProjectCreated")
                .jsonPath("$.items[0].address")
                .isEqualTo("127.0.0.1");
        get(anna, "/api/activity?type=identity.SessionStarted&limit=1", created.position())
                .jsonPath("$.items[0].address")
                .isEqualTo("127.0.0.1");
        get(ben, "/api/activity?q=historic", created.position())
                .jsonPath("$.items.length()")
                .isEqualTo(0);
        get(root, "/api/audit?q=historic&aggregate=" + created.id(), created.position())
                .jsonPath("$.items.length()")
                .isEqualTo(1);
        client.get().uri("/api/audit").headers(anna::on).exchange().expectStatus().isForbidden();
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
                        Flux.combineLatest(grown, created.asMono(), (at, wanted) -> at >= wanted)
                                .filter(reached -> reached))
                .then(
                        () ->
                                created.tryEmitValue(
                                                Long.parseLong(create(anna, "Grown").position()))
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
                        new ParameterizedTypeReference<ServerSentEvent<Map<String, Object>>>() {})
                .getResponseBody();
    }

    @Test
    void isToldLive() {
        StepVerifier.create(
                        live(ben)
                                .filter(event -> "activity".equals(event.event()))
                                .mapNotNull(ServerSentEvent::data)
                                // that he signed in may be told a moment later
                                .filter(
                                        entry ->
                                                "projects.ProjectCreated".equals(entry.get("type")))
                                .map(entry -> String.valueOf(entry.get("sentence"))))
                .then(() -> create(anna, "Not for Ben"))
                .then(
                        () ->
                                people.post("/api/projects", Map.of("name", "Ben's"), ben)
                                        .expectStatus()
                                        .isCreated())
                .expectNextMatches(sentence -> sentence.endsWith("opened the project “Ben's”"))
                .thenCancel()
                .verify(Duration.ofSeconds(20));
    }
}
