package io.daybook.api.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.Workspace;
import io.daybook.api.WorkspaceTest;
import io.daybook.api.identity.People;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The history on the running application: causes and effects, kept searches, files. */
final class HistoryEndpointsTest extends WorkspaceTest {

    HistoryEndpointsTest(Workspace workspace) {
        super(workspace);
    }

    @Test
    void oneRequestLinksAllThatItLedTo() {
        Written done = create(anna, "Linked");
        String at = one(anna, "/api/activity?q=linked", done).path("position").asString();

        JsonNode trail = json(anna, "/api/activity/" + at, done);

        JsonNode entry = trail.path("entry");
        assertThat(entry.path("correlationId").asString()).isEqualTo(done.request());
        assertThat(entry.path("command").asString()).isEqualTo("projects.CreateProject");
        assertThat(entry.path("address").asString()).isEqualTo("127.0.0.1");
        assertThat(trail.path("causes").isEmpty()).isTrue();
        // a registration is one request that several things answer
        String registered =
                one(anna, "/api/activity?type=identity.UserRegistered", done)
                        .path("position")
                        .asString();
        assertThat(json(anna, "/api/activity/" + registered, done).path("together").size())
                .isPositive();
    }

    @Test
    void anEntryOfSomebodyElseIsNotThere() {
        Written done = create(anna, "Hidden");
        String at = one(anna, "/api/activity?q=hidden", done).path("position").asString();

        status(ben, "/api/activity/" + at, 404);
        status(ben, "/api/audit/" + at, 403);
        assertThat(json(root, "/api/audit/" + at, done).path("entry").path("position").asString())
                .isEqualTo(at);
        status(anna, "/api/activity/999999999", 404);
    }

    @Test
    void filtersReadTheSameInOneGrammar() {
        Written done = create(anna, "Grammar");

        assertThat(items(root, "/api/audit?context=projects&q=gramm", done)).hasSize(1);
        assertThat(
                        items(
                                root,
                                "/api/audit?q=gramm&type=projects.ProjectCreated,projects.ProjectDeleted",
                                done))
                .hasSize(1);
        assertThat(items(root, "/api/audit?q=gramm&type=projects.ProjectDeleted", done)).isEmpty();
        assertThat(items(root, "/api/audit?correlation=" + done.request(), done)).hasSize(1);
        assertThat(items(root, "/api/audit?session=" + anna.session() + "&q=gramm", done))
                .hasSize(1);
        status(root, "/api/audit?context=nothing", 422);
    }

    @Test
    void whoFollowsAsksForWhatIsNewer() {
        Written seen = create(anna, "Followed one");
        Written done = create(anna, "Followed two");
        String after = "&after=" + seen.position();

        assertThat(items(anna, "/api/activity?q=followed" + after, done))
                .singleElement()
                .satisfies(
                        entry ->
                                assertThat(entry.path("position").asString())
                                        .isEqualTo(done.position()));
        assertThat(items(root, "/api/audit?q=followed&after=" + done.position(), done)).isEmpty();
        assertThat(file(anna, "/api/activity?q=followed" + after, "text/csv", done))
                .contains("Followed two")
                .doesNotContain("Followed one");
        status(anna, "/api/activity?after=yesterday", 422);
    }

    @Test
    void searchesAreKeptRenamedAndGivenUpByTheirOwner() {
        EntityExchangeResult<Map<String, Object>> kept =
                people.post(
                                "/api/activity/filters",
                                Map.of("name", "Projects", "filter", "context=projects"),
                                anna)
                        .expectStatus()
                        .isCreated()
                        .expectBody(new ParameterizedTypeReference<Map<String, Object>>() {})
                        .returnResult();
        Object id = Objects.requireNonNull(kept.getResponseBody()).get("id");

        rename(ben, id).expectStatus().isNotFound();
        Written renamed = done(rename(anna, id).expectStatus().isNoContent());
        JsonNode list = json(anna, "/api/activity/filters", renamed).path("items");
        assertThat(list.path(0).path("name").asString()).isEqualTo("Mine");
        assertThat(list.path(0).path("filter").asString()).isEqualTo("context=projects");
        assertThat(items(ben, "/api/activity/filters", renamed)).isEmpty();
        Written deleted =
                done(
                        people.delete("/api/activity/filters/" + id, anna)
                                .expectStatus()
                                .isNoContent());
        assertThat(items(anna, "/api/activity/filters", deleted)).isEmpty();
    }

    @Test
    void filesHaveWhatTheFilterFindsAndAreRecorded() {
        People.Bearer exporter = people.user();
        create(exporter, "First, \"quoted\"");
        Written done = create(exporter, "Second");

        String csv = file(exporter, "/api/activity?context=projects", "text/csv", done);
        String lines = file(exporter, "/api/activity?q=second", "application/x-ndjson", done);

        assertThat(csv.split("\r\n")).hasSize(3);
        assertThat(csv).startsWith("position,at,sentence,").contains("“First, \"\"quoted\"\"”");
        assertThat(JsonMapper.shared().readTree(lines).path("type").asString())
                .isEqualTo("projects.ProjectCreated");
        List<JsonNode> trail =
                items(root, "/api/audit?type=audit.AuditExported", create(root, "x"));
        assertThat(trail)
                .extracting(entry -> entry.path("sentence").asString())
                .anyMatch(sentence -> sentence.contains("exported 2 entries of their own history"));
    }

    @Test
    void filesAreWholeAndTheirEntryTellsTheirFilter() {
        status(root, "/api/audit?format=csv&limit=5", 422);
        status(root, "/api/audit?format=jsonl&cursor=5", 422);
        Written done = create(root, "Told");
        String filter = "q=told&actor=" + json(root, "/api/users/me", done).path("id").asString();
        file(root, "/api/audit?" + filter, "text/csv", done);

        JsonNode entry =
                one(root, "/api/activity?type=audit.AuditExportBegun", create(root, "Later"));

        assertThat(entry.path("sentence").asString())
                .endsWith("began to export what a search finds in everybody's history");
        JsonNode part =
                json(root, "/api/activity/" + entry.path("position").asString(), done)
                        .path("exported");
        assertThat(part.path("filter").asString()).isEqualTo(filter);
        assertThat(part.path("actorName").asString()).isNotEmpty();
    }

    @Test
    void filesForLinksNameTheirFormAndAreRefusedAsPagesAre() {
        Written done = create(root, "Linkable");

        client.get()
                .uri("/api/audit?format=csv&q=linkable")
                .headers(root::on)
                .headers(headers -> headers.set("Daybook-Position", done.position()))
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentTypeCompatibleWith("text/csv")
                .expectHeader()
                .value(
                        "Content-Disposition",
                        value -> assertThat(value).contains("daybook-history-"))
                .expectBody(String.class)
                .value(file -> assertThat(file).startsWith("\uFEFFposition,"));
        for (String form : List.of("text/csv", "application/x-ndjson")) {
            client.get()
                    .uri("/api/audit")
                    .headers(anna::on)
                    .accept(MediaType.parseMediaType(form))
                    .exchange()
                    .expectStatus()
                    .isForbidden();
        }
        status(anna, "/api/audit?format=csv", 403);
        status(root, "/api/audit?format=exe", 422);
    }

    private WebTestClient.ResponseSpec rename(People.Bearer who, @Nullable Object id) {
        return people.put("/api/activity/filters/" + id, Map.of("name", "Mine"), who);
    }

    private String file(People.Bearer who, String path, String form, Written after) {
        byte[] body =
                client.get()
                        .uri(path)
                        .headers(who::on)
                        .headers(headers -> headers.set("Daybook-Position", after.position()))
                        .accept(MediaType.parseMediaType(form))
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectHeader()
                        .contentTypeCompatibleWith(form)
                        .expectBody(byte[].class)
                        .returnResult()
                        .getResponseBody();
        return new String(Objects.requireNonNull(body), StandardCharsets.UTF_8);
    }

    private JsonNode one(People.Bearer who, String path, Written after) {
        return items(who, path, after).getFirst();
    }

    private static Written done(WebTestClient.ResponseSpec answer) {
        return new Written(
                "",
                String.valueOf(
                        answer.returnResult(Void.class)
                                .getResponseHeaders()
                                .getFirst("Daybook-Position")),
                "");
    }
}
