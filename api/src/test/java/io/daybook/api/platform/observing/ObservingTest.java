package io.daybook.api.platform.observing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;

import io.daybook.api.RunningDaybook;
import io.daybook.api.identity.People;
import io.daybook.api.mcp.postgres.SampleShop;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.reactive.server.WebTestClient;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What operators see, and what they must not see, of a Daybook that somebody has used. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ObservingTest {

    private static final String TOKEN = "collectors-only";
    private static final Pattern METRIC =
            Pattern.compile("\\b(?:daybook|http|hikaricp|r2dbc|jvm|process|system)_[a-z0-9_]+");

    private final SampleShop shop = SampleShop.create();
    private final CapturedLog log = new CapturedLog();
    private final RunningDaybook daybook =
            RunningDaybook.start(Map.of("daybook.metrics.token", TOKEN));
    private final WebTestClient client = daybook.client();
    private final People people = new People(daybook);
    private People.Bearer root;

    @BeforeAll
    void use() {
        root = people.administrator();
        daybook.bean(LogFigures.class).look().block();
        client.get().uri("/api/projects").headers(root::on).exchange().expectStatus().isOk();
    }

    @AfterAll
    void stop() {
        daybook.stop();
    }

    @Test
    void figuresAreForCollectorsWithTheTokenAndForAdministrators() {
        get("/actuator/prometheus", headers -> {}).expectStatus().isUnauthorized();
        get("/actuator/prometheus", headers -> headers.setBearerAuth("wrong"))
                .expectStatus()
                .isUnauthorized();
        get("/actuator/prometheus", people.user()::on).expectStatus().isForbidden();
        get("/actuator/prometheus", root::on).expectStatus().isOk();

        assertThat(figures())
                .contains(
                        "daybook_log_events_total",
                        "daybook_projection_lag{",
                        "daybook_automation_lag{",
                        "daybook_automation_stuck{",
                        "daybook_log_chain_failing{application=\"daybook\"} 0.0",
                        "daybook_command_seconds_bucket{",
                        "type=\"LogIn\"",
                        "hikaricp_connections_active{application=\"daybook\",pool=\"log\"}",
                        "hikaricp_connections_active{application=\"daybook\",pool=\"writers\"}",
                        "r2dbc_pool_max_connections{application=\"daybook\",name=\"readers\"} 8",
                        "http_server_requests_seconds_count{")
                .doesNotContain("@example.org");
    }

    @Test
    void theDashboardAsksForFiguresThatExist() throws IOException {
        JsonNode dashboard =
                new JsonMapper()
                        .readTree(Files.readString(Path.of("../docs/grafana/daybook.json")));
        Set<String> asked =
                dashboard.findValuesAsString("expr").stream()
                        .flatMap(query -> METRIC.matcher(query).results())
                        .map(match -> match.group())
                        .collect(Collectors.toCollection(TreeSet::new));
        String figures = figures();
        Set<String> known =
                METRIC.matcher(figures)
                        .results()
                        .map(match -> match.group())
                        .collect(Collectors.toSet());

        assertThat(asked).hasSizeGreaterThan(10).isSubsetOf(known);
    }

    @Test
    void healthTellsAdministratorsOfEachDependencyAndOthersOnlyWhetherItIsWell() {
        get("/actuator/health", root::on)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.components.log.status")
                .isEqualTo("UP")
                .jsonPath("$.components.readers.status")
                .isEqualTo("UP");
        get("/actuator/health", headers -> {})
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.components")
                .doesNotExist();
    }

    @Test
    void aChainThatCannotBeExtendedDegradesTheLogAndNothingElse() {
        JdbcClient jdbc = daybook.bean(JdbcClient.class);
        jdbc.sql("alter table log_block add constraint no check (false) not valid").update();
        try {
            people.register();
            awaitLog("DEGRADED");
            get("/actuator/health/readiness", headers -> {}).expectStatus().isOk();
            assertThat(figures())
                    .contains("daybook_log_chain_failing{application=\"daybook\"} 1.0");
        } finally {
            jdbc.sql("alter table log_block drop constraint no").update();
        }
        awaitLog("UP");
    }

    private void awaitLog(String status) {
        await("the log is " + status)
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () ->
                                get("/actuator/health", root::on)
                                        .expectBody()
                                        .jsonPath("$.components.log.status")
                                        .isEqualTo(status));
    }

    @Test
    void noLogHasSecretsOrPersonalData() {
        PlantedJourney journey = new PlantedJourney(client, shop);
        Logger ours = (Logger) LoggerFactory.getLogger("io.daybook");
        Level before = ours.getLevel();
        log.start(daybook);
        ours.setLevel(Level.DEBUG);
        List<String> tokens;
        try {
            tokens = journey.go();
        } finally {
            ours.setLevel(before);
            log.stop();
        }

        assertThat(log.lines()).isNotEmpty();
        assertThat(log.lines())
                .allSatisfy(line -> assertThat(new JsonMapper().readTree(line)).isNotEmpty());
        String all = String.join("\n", log.lines());
        assertThat(all).doesNotContain(journey.planted()).doesNotContain(tokens);
    }

    private String figures() {
        return Objects.requireNonNull(
                get("/actuator/prometheus", headers -> headers.setBearerAuth(TOKEN))
                        .expectStatus()
                        .isOk()
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody());
    }

    private WebTestClient.ResponseSpec get(String path, Consumer<HttpHeaders> headers) {
        return client.get().uri(path).headers(headers).exchange();
    }
}
