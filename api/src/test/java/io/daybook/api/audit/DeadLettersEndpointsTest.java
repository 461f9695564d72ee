package io.daybook.api.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybook.api.Workspace;
import io.daybook.api.WorkspaceTest;

import org.junit.jupiter.api.Test;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Parked events on the running application. */
final class DeadLettersEndpointsTest extends WorkspaceTest {

    private static final ParameterizedTypeReference<Map<String, Object>> JSON =
            new ParameterizedTypeReference<>() {};

    private static final String TABLE_OF_PROJECTS =
            "select 'p_projects_' || generation || '.projects' from projection_generation where"
                    + " projection = 'projects' and state = 'live'";

    DeadLettersEndpointsTest(Workspace workspace) {
        super(workspace);
    }

    @Test
    void degradeTheHealthAreTriedAgainAndAreSkippedForAReason() {
        JdbcClient jdbc = daybook.bean(JdbcClient.class);
        String table = jdbc.sql(TABLE_OF_PROJECTS).query(String.class).single();
        health("UP");
        jdbc.sql("alter table " + table + " add constraint no check (name <> 'Dead')").update();
        people.post("/api/projects", Map.of("name", "Dead"), anna)
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/read-model-behind");
        health("DEGRADED");
        client.get()
                .uri("/actuator/health/readiness")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.status")
                .isEqualTo("UP");

        await().atMost(Duration.ofSeconds(30))
                .until(() -> letters().getFirst().get("sentence") != null);
        Map<?, ?> letter = letters().getFirst();
        assertThat(letter.get("sentence")).asString().endsWith("opened the project “Dead”");
        Object group = Objects.requireNonNull(letter.get("group"));
        Object sequence = Objects.requireNonNull(letter.get("sequence"));
        Object event = Objects.requireNonNull(letter.get("eventId"));
        Map<String, Object> retry = Map.of("group", group, "sequence", sequence);
        people.post("/api/admin/dead-letters/retry", retry, anna).expectStatus().isForbidden();
        people.post("/api/admin/dead-letters/retry", retry, root).expectStatus().isAccepted();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> Integer.valueOf(2).equals(letters().getFirst().get("attempts")));

        Map<String, Object> skip =
                Map.of("group", group, "sequence", sequence, "eventId", event, "reason", "Old");
        people.post("/api/admin/dead-letters/skip", Map.of("group", group), root)
                .expectStatus()
                .isEqualTo(422);
        people.post("/api/admin/dead-letters/skip", skip, root).expectStatus().isAccepted();
        await().atMost(Duration.ofSeconds(30)).until(() -> letters().isEmpty());
        health("UP");
        people.post("/api/admin/dead-letters/skip", skip, root).expectStatus().isNotFound();
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
}
