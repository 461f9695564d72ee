package io.daybook.api.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.ReadModels;
import io.daybook.api.RunningDaybook;
import io.daybook.api.identity.People;
import io.daybook.platform.Jumps;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.reactive.server.WebTestClient;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Everything else goes on after calls of tools left the log: two people worked ten days ago, and
 * what they did then and do today has retired events in the middle of its life.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class AfterRetirementTest {

    private static final List<String> FORMS = List.of("text/csv", "application/x-ndjson");

    private final Path archive = OldCalls.notAFolder();
    private final RunningDaybook daybook =
            RunningDaybook.start(Map.of("daybook.retirement.archive", archive), new Jumps());
    private final People people = new People(daybook);
    private final OldCalls calls = new OldCalls(daybook, people);
    private final Downloads downloads = new Downloads(daybook);
    private final ReadModels readModels = new ReadModels(daybook);
    private final JdbcClient jdbc = daybook.bean(JdbcClient.class);

    private final Work annas = OldCalls.tenDaysAgo(this::work);
    private final Work leavers = OldCalls.tenDaysAgo(this::work);
    private final People.Bearer root = people.administrator();
    private final People.Bearer anna = people.signIn(annas.email());
    private final List<Long> retired = calls.positions();
    private final List<String> moments = moments();
    private JsonNode inTrouble = MissingNode.getInstance();
    private Map<String, String> pastBefore = Map.of();
    private Map<String, SortedMap<Long, String>> filesBefore = Map.of();

    @BeforeAll
    void retire() throws IOException {
        rename(annas.project(), "Autumn", anna);
        readModels.settle();
        pastBefore = past();
        filesBefore = files();
        calls.retireInVain(root);
        inTrouble = retirement();
        Files.delete(archive);
        calls.retire(root);
        readModels.settle();
    }

    @AfterAll
    void stop() {
        daybook.stop();
    }

    @Test
    void theOverviewSaysWhyNothingLeavesAndThatAllIsWellAgain() {
        assertThat(inTrouble.path("status").asString()).isEqualTo("degraded");
        assertThat(inTrouble.path("detail").asString()).contains("archive", archive.toString());
        assertThat(retirement().path("status").asString()).isEqualTo("up");
        assertThat(archive).isNotEmptyDirectory();
    }

    @Test
    void thePastIsWhatItWas() {
        assertThat(past()).isEqualTo(pastBefore);
        List<Long> changes = changes();
        assertThat(nameAt(between(changes.get(0), changes.get(1)))).isEqualTo("Spring");
        assertThat(nameAt(between(changes.get(1), changes.get(2)))).isEqualTo("Summer");
        assertThat(nameAt(head())).isEqualTo("Autumn");
    }

    @Test
    void filesHaveAllThatRemainsAndNothingElse() {
        Map<String, SortedMap<Long, String>> now = files();
        filesBefore.forEach(
                (form, before) -> {
                    SortedMap<Long, String> remaining = new TreeMap<>(before);
                    assertThat(remaining.keySet().removeAll(retired)).isTrue();
                    assertThat(upTo(before.lastKey(), now.getOrDefault(form, new TreeMap<>())))
                            .isEqualTo(remaining);
                });
        readModels.settle();
        long head = head();
        List<Long> log =
                jdbc.sql("select global_index from domain_event where global_index <= ? order by 1")
                        .param(head)
                        .query(Long.class)
                        .list();
        for (String form : FORMS) {
            assertThat(upTo(head, downloads.of(root, "/api/audit", form)).keySet())
                    .containsExactlyElementsOf(log);
        }
        people.get("/api/audit/" + retired.getFirst(), root).expectStatus().isNotFound();
    }

    @Test
    void aRebuildMakesTheSame() {
        everythingIsRebuiltTheSame();
    }

    @Test
    void somebodyWhoseCallsWereRetiredIsErased() {
        String id = id(people.get("/api/users/me", people.signIn(leavers.email())));
        people.delete("/api/users/" + id, root).expectStatus().isAccepted();

        people.awaitErasures(root);
        people.post("/api/admin/audit/verify", Map.of(), root)
                .expectBody()
                .jsonPath("$.finding")
                .isEmpty()
                .jsonPath("$.retired")
                .isEqualTo(retired.size());
        everythingIsRebuiltTheSame();
        people.get("/api/history/projects/" + leavers.project(), root)
                .expectBody(String.class)
                .value(body -> assertThat(body).doesNotContain("Spring", "Summer"));
    }

    private JsonNode retirement() {
        return json(people.get("/api/admin/overview", root))
                .path("health")
                .valueStream()
                .filter(one -> one.path("name").asString().equals("retirement"))
                .findFirst()
                .orElseThrow();
    }

    // The product compares at one position; here what happened since is left out.
    private void everythingIsRebuiltTheSame() {
        readModels.settle();
        long head = head();
        Map<String, String> live = readModels(head);
        readModels.rebuildAll(root);
        readModels.settle();
        assertThat(readModels(head)).isEqualTo(live);
    }

    private Map<String, String> readModels(long head) {
        Map<String, String> found = new TreeMap<>(readModels.checksums());
        found.put(
                "audit_entries",
                readModels.checksum(
                        "(select * from read.audit_entries where position <= " + head + ")"));
        found.put(
                "hour_counts",
                readModels.checksum(
                        "(select * from read.hour_counts where hour < now() - interval '1 day')"));
        return found;
    }

    /** What anna sees of her things at moments before, at and after events that were retired. */
    private Map<String, String> past() {
        Map<String, String> seen = new TreeMap<>();
        for (String thing : annas.things()) {
            for (String moment : moments) {
                String path = "/api/history/" + thing + "?at=" + moment;
                JsonNode answer = json(people.get(path, anna));
                seen.put(path, answer.path("state") + " " + answer.path("events"));
            }
        }
        return seen;
    }

    private String nameAt(long position) {
        String path = "/api/history/projects";
        String one =
                json(people.get(path + "/" + annas.project() + "?at=" + position, anna))
                        .path("state")
                        .path("name")
                        .asString();
        people.get(path + "?at=" + position, root)
                .expectBody()
                .jsonPath("$.items[?(@.id == '%s')].state.name".formatted(annas.project()))
                .isEqualTo(one);
        return one;
    }

    /** Where her project was created and renamed. */
    private List<Long> changes() {
        return jdbc.sql(
                        "select global_index from domain_event where aggregate_id = ?::uuid order"
                                + " by 1")
                .param(annas.project())
                .query(Long.class)
                .list();
    }

    private long between(long after, long before) {
        return retired.stream()
                .filter(position -> position > after && position < before)
                .findFirst()
                .orElseThrow();
    }

    private long head() {
        return jdbc.sql("select max(global_index) from domain_event").query(Long.class).single();
    }

    private Map<String, SortedMap<Long, String>> files() {
        Map<String, SortedMap<Long, String>> found = new TreeMap<>();
        FORMS.forEach(form -> found.put(form, downloads.of(anna, "/api/activity", form)));
        return found;
    }

    private static SortedMap<Long, String> upTo(long position, Map<Long, String> lines) {
        return new TreeMap<>(lines).headMap(position + 1);
    }

    private static JsonNode json(WebTestClient.ResponseSpec answer) {
        return JsonMapper.shared()
                .readTree(
                        Objects.requireNonNull(
                                answer.expectBody(String.class).returnResult().getResponseBody()));
    }

    private static String id(WebTestClient.ResponseSpec answer) {
        return json(answer).path("id").asString();
    }

    /** What somebody did ten days ago, and where they find it. */
    private record Work(String email, String project, List<String> things) {}

    private Work work() {
        String email = people.register();
        People.Bearer who = people.signIn(email);
        String connection = calls.connect(who);
        String project = id(people.post("/api/projects", Map.of("name", "Spring"), who));
        calls.ask(who, connection);
        rename(project, "Summer", who);
        String run = calls.ask(who, connection);
        return new Work(
                email,
                project,
                List.of(
                        "projects/" + project,
                        "connections/" + connection,
                        "runs/" + run,
                        "sessions/" + who.session(),
                        "users/" + id(people.get("/api/users/me", who))));
    }

    private void rename(String project, String name, People.Bearer who) {
        people.put("/api/projects/" + project, Map.of("name", name), who).expectStatus().isOk();
    }

    /** Before, at and after events that will be retired: by position, and by time. */
    private List<String> moments() {
        List<String> found = new ArrayList<>();
        changes().forEach(position -> found.add(position.toString()));
        for (int call = 0; call < retired.size(); call += 3) {
            found.add(retired.get(call).toString());
            found.add(
                    jdbc.sql("select time_stamp from domain_event where global_index = ?")
                            .param(retired.get(call))
                            .query(OffsetDateTime.class)
                            .single()
                            .toInstant()
                            .toString());
        }
        return found;
    }
}
