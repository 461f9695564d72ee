package io.daybook.api.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.Workspace;
import io.daybook.api.WorkspaceTest;
import io.daybook.api.identity.People;

import org.junit.jupiter.api.Test;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.EntityExchangeResult;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Time travel on the running application. */
final class PastEndpointsTest extends WorkspaceTest {

    private static final ParameterizedTypeReference<Map<String, Object>> JSON =
            new ParameterizedTypeReference<>() {};

    private record Project(String id, String created, String renamed) {}

    PastEndpointsTest(Workspace workspace) {
        super(workspace);
    }

    @Test
    void showsAProjectBeforeAndAfterItWasRenamed() {
        Project project = springThenSummer();
        String path = "/api/history/projects/" + project.id();

        get(anna, path + "?at=" + project.created())
                .jsonPath("$.state.name")
                .isEqualTo("Spring")
                .jsonPath("$.events.total")
                .isEqualTo(2)
                .jsonPath("$.next")
                .isEqualTo(Integer.parseInt(project.renamed()))
                .jsonPath("$.previous")
                .isEmpty();
        get(anna, path)
                .jsonPath("$.state.name")
                .isEqualTo("Summer")
                .jsonPath("$.events.items[0].sentence")
                .value(
                        sentence ->
                                assertThat(String.valueOf(sentence))
                                        .endsWith("opened the project “Spring”"));
        get(anna, path + "?at=" + project.created() + "&against=")
                .jsonPath("$.comparison.changes[?(@.field == 'name')].before")
                .isEqualTo("Spring")
                .jsonPath("$.comparison.changes[?(@.field == 'name')].after")
                .isEqualTo("Summer")
                .jsonPath("$.comparison.events.length()")
                .isEqualTo(1);
        get(anna, "/api/history/project/" + project.id()).jsonPath("$.kind").isEqualTo("projects");
    }

    @Test
    void saysThatAProjectIsDeletedAndWhen() {
        Project project = springThenSummer();
        String deleted =
                Objects.requireNonNull(
                        client.delete()
                                .uri("/api/projects/{id}", project.id())
                                .headers(anna::on)
                                .exchange()
                                .returnResult(Void.class)
                                .getResponseHeaders()
                                .getFirst("Daybook-Position"));
        String path = "/api/history/projects/" + project.id();

        get(anna, path)
                .jsonPath("$.deleted.position")
                .isEqualTo(Integer.parseInt(deleted))
                .jsonPath("$.state.name")
                .isEqualTo("Summer");
        get(anna, path + "?at=" + project.renamed()).jsonPath("$.deleted").isEmpty();
    }

    @Test
    void isNotThereForOthersButForAdministrators() {
        String path = "/api/history/projects/" + springThenSummer().id();

        problem(ben, path, 404, "thing-not-found");
        get(root, path).jsonPath("$.state.name").isEqualTo("Summer");
        problem(ben, "/api/history/sessions/" + anna.session(), 404, "thing-not-found");
        get(anna, "/api/history/sessions/" + anna.session())
                .jsonPath("$.state.userId")
                .isNotEmpty();
        problem(anna, "/api/history/projects/" + anna.session(), 404, "thing-not-found");
        client.get().uri(path).exchange().expectStatus().isUnauthorized();
    }

    @Test
    void refusesMomentsThatCannotBe() {
        Project project = springThenSummer();
        String path = "/api/history/projects/" + project.id();
        for (String moment : List.of("yesterday", "0", "-1", "1.5", "99999999999999999999999")) {
            problem(anna, path + "?at=" + moment, 400, "invalid-moment");
            problem(anna, path + "?against=" + moment, 400, "invalid-moment");
        }
        for (String moment : List.of("1000000", "2999-01-01T00:00:00Z")) {
            problem(anna, path + "?at=" + moment, 400, "moment-not-reached");
            problem(root, "/api/history/projects?at=" + moment, 400, "moment-not-reached");
        }
        problem(anna, path + "?at=1", 404, "not-there-yet");
        problem(anna, path + "?at=2020-01-01T00:00:00Z", 404, "not-there-yet");
        problem(anna, "/api/history/secrets/" + project.id(), 404, "kind-unknown");
    }

    @Test
    void listsEverythingAsOfAMomentForAdministratorsOnly() {
        Project project = springThenSummer();
        String one = "$.items[?(@.id == '%s')]".formatted(project.id());

        get(root, "/api/history/projects?at=" + project.created())
                .jsonPath(one + ".state.name")
                .isEqualTo("Spring");
        get(root, "/api/history/projects").jsonPath(one + ".state.name").isEqualTo("Summer");
        get(root, "/api/history/users?limit=1")
                .jsonPath("$.items.length()")
                .isEqualTo(1)
                .jsonPath("$.nextCursor")
                .isNotEmpty();
        get(root, "/api/history/sessions").jsonPath("$.items[0].state.expiresAt").exists();
        client.get()
                .uri("/api/history/projects")
                .headers(anna::on)
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    private Project springThenSummer() {
        EntityExchangeResult<Map<String, Object>> created =
                people.post("/api/projects", Map.of("name", "Spring"), anna)
                        .expectStatus()
                        .isCreated()
                        .expectBody(JSON)
                        .returnResult();
        String id = String.valueOf(Objects.requireNonNull(created.getResponseBody()).get("id"));
        EntityExchangeResult<Map<String, Object>> renamed =
                people.put("/api/projects/" + id, Map.of("name", "Summer"), anna)
                        .expectStatus()
                        .isOk()
                        .expectBody(JSON)
                        .returnResult();
        return new Project(id, position(created), position(renamed));
    }

    private static String position(EntityExchangeResult<?> answer) {
        return Objects.requireNonNull(answer.getResponseHeaders().getFirst("Daybook-Position"));
    }

    private void problem(People.Bearer who, String path, int status, String type) {
        client.get()
                .uri(path)
                .headers(who::on)
                .exchange()
                .expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/" + type);
    }
}
