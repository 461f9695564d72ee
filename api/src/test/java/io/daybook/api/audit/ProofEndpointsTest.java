package io.daybook.api.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.Workspace;
import io.daybook.api.WorkspaceTest;
import io.daybook.api.identity.People;

import org.junit.jupiter.api.Test;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.test.web.reactive.server.StatusAssertions;
import org.springframework.test.web.reactive.server.WebTestClient;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The proof of the log on the running application. */
final class ProofEndpointsTest extends WorkspaceTest {

    ProofEndpointsTest(Workspace workspace) {
        super(workspace);
    }

    @Test
    void aCheckpointIsTakenListedDownloadedAndAgreesWithTheLog() {
        int events = take();
        String note = download(events);

        assertThat(note.lines().toList().get(1)).isEqualTo(Integer.toString(events));
        verify(Map.of("checkpoints", List.of(note), "keys", keys()))
                .jsonPath("$.finding")
                .isEmpty()
                .jsonPath("$.checkpoints")
                .value(Integer.class, agreed -> assertThat(agreed).isGreaterThanOrEqualTo(2));
        client.get()
                .uri("/api/audit?type=audit.CheckpointTaken")
                .headers(root::on)
                .exchange()
                .expectBody()
                .jsonPath("$.items[0].sentence")
                .value(String.class, sentence -> assertThat(sentence).contains("signed the log"));
    }

    @Test
    void aCheckpointOfAnotherLogIsFound() {
        String note =
                """
                daybook/of-somebody-else
                3
                CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=
                position 3
                time 2026-01-01T00:00:00Z

                — daybook/of-somebody-else Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
                """;

        verify(Map.of("checkpoints", List.of(note))).jsonPath("$.finding").isEqualTo("OTHER_LOG");
    }

    @Test
    void theKeyIsChangedAndTheOldOneVouchesForTheNew() {
        take();
        List<String> before = keys();
        client.post()
                .uri("/api/admin/audit/checkpoints/key")
                .headers(root::on)
                .exchange()
                .expectStatus()
                .isCreated();

        assertThat(keys()).hasSize(before.size() + 1).containsAll(before);
        verify(Map.of("keys", before)).jsonPath("$.finding").isEmpty();
    }

    @Test
    void theWalkTellsHowFarItIs() {
        List<ServerSentEvent<Map<String, Object>>> events =
                client.post()
                        .uri("/api/admin/audit/verify")
                        .headers(root::on)
                        .accept(MediaType.TEXT_EVENT_STREAM)
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .returnResult(
                                new ParameterizedTypeReference<
                                        ServerSentEvent<Map<String, Object>>>() {})
                        .getResponseBody()
                        .collectList()
                        .block();

        assertThat(Objects.requireNonNull(events).getLast().event()).isEqualTo("verdict");
        assertThat(String.valueOf(events.getLast().data())).contains("finding=null");
    }

    @Test
    void anAdministratorSaysHowLongDetailsAreKeptAndSeesWhatTheLogTakes() {
        keep(anna, 30).isForbidden();
        client.get()
                .uri("/api/admin/growth")
                .headers(anna::on)
                .exchange()
                .expectStatus()
                .isForbidden();
        keep(root, 6).isEqualTo(422);
        keep(root, 30).isNoContent();

        client.get()
                .uri("/api/admin/growth")
                .headers(root::on)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.keepDays")
                .isEqualTo(30)
                .jsonPath("$.retiredEvents")
                .isEqualTo(0)
                .jsonPath("$.kinds[?(@.name == 'identity.UserRegistered')].detail")
                .isEqualTo(false)
                .jsonPath("$.relations[?(@.name == 'domain_event')]")
                .isNotEmpty();
        client.get()
                .uri("/api/events")
                .headers(anna::on)
                .exchange()
                .expectBody()
                .jsonPath("$.items[?(@.name == 'connections.ToolCalled')].detail")
                .isEqualTo(true);
    }

    private StatusAssertions keep(People.Bearer who, int days) {
        return client.put()
                .uri("/api/admin/growth/retention")
                .headers(who::on)
                .bodyValue(Map.of("days", days))
                .exchange()
                .expectStatus();
    }

    @Test
    void isForAdministratorsAndForInputThatCanBeRead() {
        client.post()
                .uri("/api/admin/audit/verify")
                .headers(anna::on)
                .exchange()
                .expectStatus()
                .isForbidden();
        client.post()
                .uri("/api/admin/audit/checkpoints")
                .headers(anna::on)
                .exchange()
                .expectStatus()
                .isForbidden();
        client.post()
                .uri("/api/admin/audit/verify")
                .headers(root::on)
                .bodyValue(Map.of("checkpoints", List.of("a shopping list")))
                .exchange()
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/checkpoint-unreadable");
        client.get()
                .uri("/api/admin/audit/checkpoints/999999999")
                .headers(root::on)
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    private int take() {
        Map<String, Object> taken =
                client.post()
                        .uri("/api/admin/audit/checkpoints")
                        .headers(root::on)
                        .exchange()
                        .expectStatus()
                        .isCreated()
                        .expectBody(new ParameterizedTypeReference<Map<String, Object>>() {})
                        .returnResult()
                        .getResponseBody();
        return ((Number) Objects.requireNonNull(Objects.requireNonNull(taken).get("events")))
                .intValue();
    }

    private String download(int events) {
        return Objects.requireNonNull(
                client.get()
                        .uri("/api/admin/audit/checkpoints/{events}", events)
                        .headers(root::on)
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectHeader()
                        .contentTypeCompatibleWith(MediaType.TEXT_PLAIN)
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody());
    }

    private record Keys(String origin, List<String> keys) {}

    /** Nobody has to be signed in to fetch them. */
    private List<String> keys() {
        Keys answer =
                client.get()
                        .uri("/.well-known/daybook-checkpoint-keys")
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectBody(Keys.class)
                        .returnResult()
                        .getResponseBody();
        return Objects.requireNonNull(answer).keys();
    }

    private WebTestClient.BodyContentSpec verify(Map<String, Object> input) {
        return client.post()
                .uri("/api/admin/audit/verify")
                .headers(root::on)
                .bodyValue(input)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody();
    }
}
