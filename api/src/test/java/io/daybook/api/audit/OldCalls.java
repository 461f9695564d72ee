package io.daybook.api.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.daybook.api.RunningDaybook;
import io.daybook.api.identity.People;
import io.daybook.api.mcp.postgres.SampleShop;
import io.daybook.api.platform.Commands;
import io.daybook.messages.Actor;
import io.daybook.messages.Refusal;
import io.daybook.messages.audit.DetailRetention;
import io.daybook.messages.audit.RetireDetails;
import io.daybook.platform.Identifiers;
import io.daybook.platform.Jumps;
import io.daybook.platform.proof.DetailRetirement;
import io.daybook.platform.proof.LogChain;

import org.springframework.core.ParameterizedTypeReference;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/** Tools that people called ten days ago, in a Daybook whose clock jumps, and their retirement. */
final class OldCalls {

    private static final Duration AGO = Duration.ofDays(10);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int DAYS = DetailRetention.LEAST_DAYS;

    private final SampleShop shop = SampleShop.create();
    private final RunningDaybook daybook;
    private final People people;
    private final JdbcClient jdbc;

    OldCalls(RunningDaybook daybook, People people) {
        this.daybook = daybook;
        this.people = people;
        this.jdbc = daybook.bean(JdbcClient.class);
    }

    /** Lets something happen ten days ago. */
    static <R> R tenDaysAgo(Supplier<R> what) {
        Jumps.clocksTo(AGO.negated());
        try {
            return what.get();
        } finally {
            Jumps.clocksBack();
        }
    }

    /** A connection of somebody. */
    String connect(People.Bearer who) {
        return String.valueOf(
                Objects.requireNonNull(
                                people.post(
                                                "/api/connections",
                                                Map.of(
                                                        "name",
                                                        "Shop",
                                                        "kind",
                                                        "postgres",
                                                        "uri",
                                                        shop.readerUri()),
                                                who)
                                        .expectStatus()
                                        .isCreated()
                                        .expectBody(
                                                new ParameterizedTypeReference<
                                                        Map<String, Object>>() {})
                                        .returnResult()
                                        .getResponseBody())
                        .get("id"));
    }

    /** A question that calls tools, of which one fails; answers the run. */
    String ask(People.Bearer who, String connection) {
        run(who, connection, "select nothing");
        return run(who, connection, "select count(*) from purchase");
    }

    private String run(People.Bearer who, String connection, String sql) {
        return String.valueOf(
                people.post("/api/runs", Map.of("sql", sql, "connectionId", connection), who)
                        .expectStatus()
                        .isOk()
                        .expectBody(String.class)
                        .value(answer -> assertThat(answer).contains("[DONE]"))
                        .returnResult()
                        .getResponseHeaders()
                        .getFirst("Daybook-Run"));
    }

    /** Where calls of tools stand in the log. */
    List<Long> positions() {
        return jdbc.sql(
                        "select global_index from domain_event where payload_type like"
                                + " 'connections.Tool%' order by 1")
                .query(Long.class)
                .list();
    }

    /** An administrator has them kept for a week, and they leave the log. */
    void retire(People.Bearer administrator) {
        keepForAWeek(administrator);
        await("the calls have left the log")
                .atMost(PATIENCE)
                .ignoreExceptionsInstanceOf(Refusal.class)
                .until(() -> chained() && !retiresMore() && positions().isEmpty());
    }

    /** The same where something keeps them in the log. */
    void retireInVain(People.Bearer administrator) {
        keepForAWeek(administrator);
        await("the calls are chained").atMost(PATIENCE).until(this::chained);
        assertThatThrownBy(this::retiresMore).isInstanceOf(RuntimeException.class);
    }

    /** Where an archive should be and cannot, until it is deleted. */
    static Path notAFolder() {
        try {
            return Files.createTempFile("daybook-archive", "");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void keepForAWeek(People.Bearer administrator) {
        daybook.client()
                .put()
                .uri("/api/admin/growth/retention")
                .headers(administrator::on)
                .bodyValue(Map.of("days", DAYS))
                .exchange()
                .expectStatus()
                .isNoContent();
    }

    private boolean chained() {
        daybook.bean(LogChain.class).extend();
        return jdbc.sql(
                        "select last_position = (select max(global_index) from domain_event)"
                                + " from log_frontier")
                .query(Boolean.class)
                .single();
    }

    private boolean retiresMore() {
        Instant before = Instant.now().truncatedTo(ChronoUnit.DAYS).minus(DAYS, ChronoUnit.DAYS);
        return daybook.bean(DetailRetirement.class)
                .next(before)
                .map(
                        stretch ->
                                daybook.bean(Commands.class)
                                        .send(
                                                new RetireDetails(
                                                        Identifiers.next(),
                                                        stretch.before(),
                                                        stretch.after(),
                                                        stretch.upTo()),
                                                Actor.SYSTEM)
                                        .block())
                .isPresent();
    }
}
