package io.daybook.api.projects;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.concurrent.CompletableFuture.supplyAsync;

import io.daybook.api.Workspace;
import io.daybook.api.WorkspaceTest;
import io.daybook.api.identity.People;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** Projects and the dashboard on the running application. */
final class ProjectEndpointsTest extends WorkspaceTest {

    private static final ParameterizedTypeReference<Map<String, Object>> JSON =
            new ParameterizedTypeReference<>() {};

    private static final String TABLE_OF_PROJECTS =
            "select 'p_projects_' || generation || '.projects' from projection_generation where"
                    + " projection = 'projects' and state = 'live'";

    ProjectEndpointsTest(Workspace workspace) {
        super(workspace);
    }

    @Test
    void areCreatedChangedDeletedAndRestored() {
        Written created = create(anna, "Spring");

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
        Written created = create(anna, "Gone");
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
        Written created = create(anna, "Autumn");
        put(anna, created, "\"0\"", Map.of("name", "Winter")).expectStatus().isOk();

        put(anna, created, "\"0\"", Map.of("name", "Never"))
                .expectStatus()
                .isEqualTo(412)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("/problems/project-changed");
        put(anna, created, "\"nonsense\"", Map.of("name", "Never")).expectStatus().isEqualTo(412);
    }

    @Test
    void areNotThereForOthers() {
        Written created = create(anna, "Private");

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
        assertThat(problem)
                .containsEntry("detail", "The field \"name\" is missing or blank.")
                .containsKey("errors")
                .containsKey("requestId");
        assertThat(refused(Map.of("name", "x".repeat(121))))
                .containsEntry("detail", "The field \"name\" must have at most 120 characters.");
        assertThat(refused(Map.of("name", "x", "colour", "red"))).containsKey("detail");
    }

    @Test
    void comeInPages() {
        People.Bearer somebody = people.user();
        for (int i = 0; i < 3; i++) {
            people.post("/api/projects", Map.of("name", "Project " + i), somebody)
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
                people.post("/api/projects", input, anna)
                        .expectStatus()
                        .is4xxClientError()
                        .expectHeader()
                        .contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON)
                        .expectBody(JSON)
                        .returnResult();
        return Objects.requireNonNull(answer.getResponseBody());
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
}
