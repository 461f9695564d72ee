package io.daybook.api.audit;

import static org.assertj.core.api.Assertions.assertThat;

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

    @Test
    void oneRequestLinksAllThatItLedTo() {
        Done done = create(anna, "Linked");
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
        Done done = create(anna, "Hidden");
        String at = one(anna, "/api/activity?q=hidden", done).path("position").asString();

        status(ben, "/api/activity/" + at, 404);
        status(ben, "/api/audit/" + at, 403);
        assertThat(json(root, "/api/audit/" + at, done).path("entry").path("position").asString())
                .isEqualTo(at);
        status(anna, "/api/activity/999999999", 404);
    }

    @Test
    void filtersReadTheSameInOneGrammar() {
        Done done = create(anna, "Grammar");

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
        Done seen = create(anna, "Followed one");
        Done done = create(anna, "Followed two");
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
                client.post()
                        .uri("/api/activity/filters")
                        .headers(anna::on)
                        .contentType(MediaType.APPLICATION_JSON)
                        .bodyValue(Map.of("name", "Projects", "filter", "context=projects"))
                        .exchange()
                        .expectStatus()
                        .isCreated()
                        .expectBody(new ParameterizedTypeReference<Map<String, Object>>() {})
                        .returnResult();
        Object id = Objects.requireNonNull(kept.getResponseBody()).get("id");

        rename(ben, id).expectStatus().isNotFound();
        Done renamed = done(rename(anna, id).expectStatus().isNoContent());
        JsonNode list = json(anna, "/api/activity/filters", renamed).path("items");
        assertThat(list.path(0).path("name").asString()).isEqualTo("Mine");
        assertThat(list.path(0).path("filter").asString()).isEqualTo("context=projects");
        assertThat(items(ben, "/api/activity/filters", renamed)).isEmpty();
        Done deleted =
                done(
                        client.delete()
                                .uri("/api/activity/filters/{id}", id)
                                .headers(anna::on)
                                .exchange()
                                .expectStatus()
                                .isNoContent());
        assertThat(items(anna, "/api/activity/filters", deleted)).isEmpty();
    }

    @Test
    void filesHaveWhatTheFilterFindsAndAreRecorded() {
        People.Bearer exporter = people.user();
        create(exporter, "First, \"quoted\"");
        Done done = create(exporter, "Second");

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
    void filesForLinksNameTheirFormAndAreRefusedAsPagesAre() {
        Done done = create(root, "Linkable");

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
                        value -> assertThat(value).contains("daybook-history-"));
        for (String form : List.of("text/csv", "application/x-ndjson")) {
            client.get()
                    .uri("/api/audit")
                    .headers(anna::on)
                    .accept(MediaType.parseMediaType(form))
                    .exchange()
                    .expectStatus()
                    .isForbidden();
        }
        client.get()
                .uri("/api/audit?format=csv")
                .headers(anna::on)
                .exchange()
                .expectStatus()
                .isForbidden();
        status(root, "/api/audit?format=exe", 422);
    }

    @Test
    void theCatalogueSaysWhatEachEventCarriesAndWhoTakesItUp() {
        List<JsonNode> events = items(anna, "/api/events", new Done("0", ""));
        JsonNode registered =
                events.stream()
                        .filter(
                                one ->
                                        one.path("name")
                                                .asString()
                                                .equals("identity.UserRegistered"))
                        .findFirst()
                        .orElseThrow();

        assertThat(registered.path("fields").path(0).path("subject").asBoolean()).isTrue();
        assertThat(registered.path("fields").path(1).path("personal").asBoolean()).isTrue();
        assertThat(texts(registered.path("readModels"))).contains("users", "audit", "overview");
        assertThat(events)
                .filteredOn(one -> one.path("name").asString().endsWith("VerificationRequested"))
                .allSatisfy(one -> assertThat(texts(one.path("automations"))).contains("mail"));
    }

    @Test
    void theOverviewCountsWhatHappenedAndLooksAfterWhatIsNeeded() {
        Done done = create(root, "Counted");

        JsonNode overview = json(root, "/api/admin/overview?days=2", done);

        assertThat(overview.path("period").asString()).isEqualTo("hour");
        assertThat(overview.path("figures").path("activeSessions").asLong()).isPositive();
        assertThat(overview.path("series").path(0).path("points").size()).isEqualTo(48);
        assertThat(overview.path("series").valueStream())
                .filteredOn(one -> one.path("measure").asString().equals("sign-ins"))
                .allSatisfy(one -> assertThat(one.path("total").asLong()).isPositive());
        assertThat(overview.path("health").valueStream())
                .extracting(one -> one.path("name").asString())
                .contains("database", "read-models", "mail", "models");
        assertThat(overview.path("health").valueStream())
                .extracting(one -> one.path("status").asString())
                .doesNotContain("down");
        status(anna, "/api/admin/overview", 403);
        status(root, "/api/admin/overview?days=0", 422);
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }

    private record Done(String position, String request) {}

    private Done create(People.Bearer who, String name) {
        return done(
                client.post()
                        .uri("/api/projects")
                        .headers(who::on)
                        .contentType(MediaType.APPLICATION_JSON)
                        .bodyValue(Map.of("name", name))
                        .exchange()
                        .expectStatus()
                        .isCreated());
    }

    private static Done done(WebTestClient.ResponseSpec answer) {
        var headers = answer.returnResult(Void.class).getResponseHeaders();
        return new Done(
                String.valueOf(headers.getFirst("Daybook-Position")),
                String.valueOf(headers.getFirst("X-Request-Id")));
    }

    private WebTestClient.ResponseSpec rename(People.Bearer who, @Nullable Object id) {
        return client.put()
                .uri("/api/activity/filters/{id}", id)
                .headers(who::on)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(Map.of("name", "Mine"))
                .exchange();
    }

    private String file(People.Bearer who, String path, String form, Done after) {
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

    private JsonNode one(People.Bearer who, String path, Done after) {
        return items(who, path, after).getFirst();
    }

    private List<JsonNode> items(People.Bearer who, String path, Done after) {
        return json(who, path, after).path("items").valueStream().toList();
    }

    private JsonNode json(People.Bearer who, String path, Done after) {
        byte[] body =
                client.get()
                        .uri(path)
                        .headers(who::on)
                        .headers(headers -> headers.set("Daybook-Position", after.position()))
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectBody(byte[].class)
                        .returnResult()
                        .getResponseBody();
        return JsonMapper.shared().readTree(Objects.requireNonNull(body));
    }

    private void status(People.Bearer who, String path, int status) {
        client.get().uri(path).headers(who::on).exchange().expectStatus().isEqualTo(status);
    }
}
