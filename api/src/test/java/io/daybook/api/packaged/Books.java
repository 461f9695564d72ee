package io.daybook.api.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Looks into the database behind a Daybook and finds whether everything is in order. */
final class Books {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int SAMPLE = 20;

    private final String url;
    private final String user;
    private final String password;

    Books(String url, String user, String password) {
        this.url = url;
        this.user = user;
        this.password = password;
    }

    /** Those of the embedded server in a data folder. */
    static Books in(Path data) {
        Path postgres = data.resolve("postgres");
        try {
            return new Books(
                    "jdbc:postgresql://127.0.0.1:%s/daybook"
                            .formatted(Files.readString(postgres.resolve("port")).strip()),
                    "daybook",
                    Files.readString(postgres.resolve("password")));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * Nothing acknowledged is lost, nothing is skipped or applied twice, and a rebuild makes the
     * same.
     */
    void areInOrder(Crowd crowd, PackagedDaybook daybook) throws IOException {
        await("erasures come to their end")
                .atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(count("erasure where finished_at is null")).isZero());
        readModelsAgreeWithTheLog();
        assertThat(
                        count(
                                "(select aggregate_id from domain_event group by aggregate_id"
                                        + " having max(sequence_number) + 1 <> count(*)) as torn"))
                .as("aggregates with holes")
                .isZero();
        assertThat(count("personal_key where key is null"))
                .as("keys of the erased")
                .isEqualTo(count("domain_event where payload_type = 'identity.UserErased'"))
                .isEqualTo(
                        count("domain_event where payload_type = 'identity.UserErasureRequested'"))
                .isGreaterThanOrEqualTo(crowd.erased().size());
        try (Web web = new Web(daybook.address())) {
            for (String email : sample(crowd.registered())) {
                assertThat(web.logIn(email).statusCode()).as(email).isEqualTo(200);
            }
            for (String email : sample(crowd.erased())) {
                assertThat(web.logIn(email).statusCode()).as(email).isEqualTo(401);
            }
            aRebuildMakesTheSame(web);
            theLogIsWhatItWas(web);
        }
    }

    private void theLogIsWhatItWas(Web web) throws IOException {
        HttpResponse<String> answer =
                web.send(
                        "POST",
                        "/api/admin/audit/verify",
                        web.token(Crowd.ADMINISTRATOR),
                        Map.of());
        JsonNode verdict = JsonMapper.shared().readTree(answer.body());
        assertThat(verdict.get("events").asLong())
                .as(answer.body())
                .isPositive()
                .isLessThanOrEqualTo(count("domain_event"));
        assertThat(verdict.get("finding").isNull()).as(answer.body()).isTrue();
    }

    private void readModelsAgreeWithTheLog() {
        await("read models that agree with the log")
                .atMost(PATIENCE)
                .untilAsserted(
                        () -> {
                            assertThat(count("read.audit_entries"))
                                    .isEqualTo(count("domain_event"));
                            assertThat(count("read.users"))
                                    .isEqualTo(
                                            count(
                                                            "domain_event where payload_type ="
                                                                    + " 'identity.UserRegistered'")
                                                    - count(
                                                            "domain_event where payload_type ="
                                                                + " 'identity.UserErasureRequested'"));
                        });
    }

    private void aRebuildMakesTheSame(Web web) throws IOException {
        String token = web.token(Crowd.ADMINISTRATOR);
        await("no rebuild is under way")
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(builds()).isEmpty());
        readModelsAgreeWithTheLog();
        long head = count("domain_event");
        Map<String, String> before = checksums(head);
        Map<String, Long> generations = generations();
        for (String projection : Crowd.PROJECTIONS) {
            assertThat(
                            web.send(
                                            "POST",
                                            "/api/admin/projections/" + projection + "/rebuild",
                                            token,
                                            Map.of())
                                    .statusCode())
                    .isEqualTo(202);
        }
        await("all are rebuilt")
                .atMost(PATIENCE)
                .untilAsserted(
                        () ->
                                generations()
                                        .forEach(
                                                (name, generation) ->
                                                        assertThat(generation)
                                                                .as(name + " of " + builds())
                                                                .isGreaterThan(
                                                                        generations.get(name))));
        assertThat(checksums(head)).isEqualTo(before);
    }

    private String builds() {
        return text(
                "select coalesce(string_agg(g::text, '; '), '') from projection_generation g"
                        + " where state = 'building'");
    }

    private Map<String, Long> generations() {
        Map<String, Long> found = new TreeMap<>();
        for (String projection : Crowd.PROJECTIONS) {
            found.put(
                    projection,
                    number(
                            "select max(generation) from projection_generation where state = 'live'"
                                    + " and projection = '"
                                    + projection
                                    + "'"));
        }
        return found;
    }

    // What is compared was written before: the history as far as it went then, and no session that
    // was seen since.
    private Map<String, String> checksums(long events) {
        Map<String, String> found = new TreeMap<>();
        for (String table :
                List.of(
                        "users",
                        "connections",
                        "projects",
                        "runs",
                        "question_counts",
                        "sessions")) {
            found.put(table, checksum("read." + table));
        }
        found.put(
                "audit_entries",
                checksum(
                        "(select * from read.audit_entries order by position limit "
                                + events
                                + ")"));
        return found;
    }

    private String checksum(String rows) {
        return text(
                "select count(*) || ' ' || coalesce(md5(string_agg(r::text, '|' order by r::text)),"
                        + " '') from "
                        + rows
                        + " r");
    }

    long count(String from) {
        return number("select count(*) from " + from);
    }

    long number(String sql) {
        return Long.parseLong(text(sql));
    }

    private String text(String sql) {
        try (Connection connection = DriverManager.getConnection(url, user, password);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return String.valueOf(result.getString(1));
        } catch (SQLException unreachable) {
            throw new IllegalStateException(sql, unreachable);
        }
    }

    private static List<String> sample(List<String> all) {
        List<String> shuffled = new ArrayList<>(all);
        Collections.shuffle(shuffled);
        return shuffled.subList(0, Math.min(SAMPLE, shuffled.size()));
    }
}
