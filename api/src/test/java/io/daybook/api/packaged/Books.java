package io.daybook.api.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybook.platform.keys.MasterKey;
import io.daybook.platform.proof.LogProof;
import io.daybook.platform.proof.LogVerdict;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

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

/** Looks into the database behind a Daybook and finds whether everything is in order. */
final class Books {

    static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int SAMPLE = 6;
    private static final String ERASED = "domain_event where payload_type = 'identity.UserErased'";
    private static final String TO_BE_ERASED =
            "domain_event where payload_type = 'identity.UserErasureRequested'";

    private final String url;
    private final String user;
    private final String password;
    private final Acknowledged acknowledged;

    Books(String url, String user, String password, byte[] masterKey) {
        this.url = url;
        this.user = user;
        this.password = password;
        this.acknowledged = new Acknowledged(this, masterKey);
    }

    /** Those of the embedded server in a data folder. */
    static Books in(Path data) {
        Path postgres = data.resolve("postgres");
        try {
            return new Books(
                    "jdbc:postgresql://127.0.0.1:%s/daybook"
                            .formatted(Files.readString(postgres.resolve("port")).strip()),
                    "daybook",
                    Files.readString(postgres.resolve("password")),
                    MasterKey.find(null, data).orElseThrow());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * What is so at every moment, in the middle of work and when Daybook was killed: everything
     * acknowledged is in the log, and the log is whole.
     */
    void hold(Crowd crowd) throws InterruptedException {
        acknowledged.isInTheLog(crowd);
        assertThat(
                        count(
                                "(select aggregate_id from domain_event group by aggregate_id"
                                        + " having max(sequence_number) + 1 <> count(*)) as torn"))
                .as("aggregates with holes")
                .isZero();
        LogVerdict verdict =
                new LogProof(new JdbcTemplate(new DriverManagerDataSource(url, user, password)))
                        .verify(List.of(), List.of(), 1, events -> {});
        assertThat(verdict.finding()).isNull();
    }

    /** Some of those who registered can sign in, and of those who were erased nobody can. */
    void peopleComeIn(Crowd crowd, PackagedDaybook daybook, int some) throws IOException {
        try (Web web = new Web(daybook.address())) {
            for (String email : sample(crowd.registered(), some)) {
                assertThat(web.logIn(email).statusCode()).as(email).isEqualTo(200);
            }
            for (String email : sample(crowd.erased(), some)) {
                assertThat(web.logIn(email).statusCode()).as(email).isEqualTo(401);
            }
        }
    }

    /**
     * Nothing acknowledged is lost, nothing is skipped or applied twice, and a rebuild makes the
     * same.
     */
    void areInOrder(Crowd crowd, PackagedDaybook daybook) throws IOException, InterruptedException {
        await("erasures come to their end")
                .atMost(PATIENCE)
                .untilAsserted(
                        () -> {
                            // those that were not even begun are in the log only
                            assertThat(count(ERASED)).isEqualTo(count(TO_BE_ERASED));
                            assertThat(count("erasure where finished_at is null")).isZero();
                        });
        readModelsAgreeWithTheLog();
        hold(crowd);
        acknowledged.isSettled(crowd);
        assertThat(count("personal_key where key is null"))
                .as("keys of the erased")
                .isEqualTo(count(ERASED))
                .isEqualTo(count(TO_BE_ERASED))
                .isGreaterThanOrEqualTo(crowd.erased().size());
        peopleComeIn(crowd, daybook, SAMPLE);
        try (Web web = new Web(daybook.address())) {
            new Rebuilds(this).makeTheSame(web);
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

    void readModelsAgreeWithTheLog() {
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
                                                    - count(TO_BE_ERASED));
                        });
    }

    long count(String from) {
        return number("select count(*) from " + from);
    }

    long number(String sql) {
        return Long.parseLong(text(sql));
    }

    /** A connection of one's own, to the same database. */
    Connection connect() throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }

    String text(String sql) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return String.valueOf(result.getString(1));
        } catch (SQLException unreachable) {
            throw new IllegalStateException(sql, unreachable);
        }
    }

    /** Changes something that Daybook does not know of. */
    void change(String sql) {
        try (Connection connection = DriverManager.getConnection(url, user, password);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException refused) {
            throw new IllegalStateException(sql, refused);
        }
    }

    private static List<String> sample(List<String> all, int some) {
        List<String> shuffled = new ArrayList<>(all);
        Collections.shuffle(shuffled);
        return shuffled.subList(0, Math.min(some, shuffled.size()));
    }
}
