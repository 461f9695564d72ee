package io.daybook.api.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What was acknowledged survives kill -9 in the middle of the work, and the read models agree with
 * the log after it.
 */
final class CrashIT {

    private static final int CALLERS = 8;
    private static final int ROUNDS = 3;
    private static final int BEFORE_EACH_KILL = 60;
    private static final String PASSWORD = "quiet-harbour-lantern-37";
    private static final Map<String, String> SETTINGS =
            Map.of(
                    "DAYBOOK_LIMITS_AUTHPERMINUTE",
                    "1000000",
                    "DAYBOOK_LIMITS_REQUESTSPERMINUTE",
                    "1000000");

    private final Path data;
    private final AtomicInteger tried = new AtomicInteger();
    private final ConcurrentLinkedQueue<String> acknowledged = new ConcurrentLinkedQueue<>();

    CrashIT(@TempDir Path folder) {
        this.data = folder.resolve("data");
    }

    @Test
    void nothingAcknowledgedIsLostAndNoProjectionSkips() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            registerUntilKilled();
        }
        try (PackagedDaybook daybook = PackagedDaybook.start(data, SETTINGS)) {
            long registered = count("domain_event where payload_type = 'identity.UserRegistered'");
            assertThat(registered).isGreaterThanOrEqualTo(acknowledged.size());
            await("read models that agree with the log")
                    .atMost(Duration.ofSeconds(60))
                    .untilAsserted(
                            () -> {
                                assertThat(count("read.users")).isEqualTo(registered);
                                assertThat(count("read.audit_entries"))
                                        .isEqualTo(count("domain_event"));
                            });
            assertThat(
                            count(
                                    "(select aggregate_id from domain_event group by aggregate_id"
                                        + " having max(sequence_number) + 1 <> count(*)) as torn"))
                    .isZero();
            for (String email : List.copyOf(acknowledged)) {
                assertThat(signIn(daybook, email).statusCode()).as(email).isEqualTo(200);
            }
        }
    }

    private void registerUntilKilled() throws Exception {
        CountDownLatch enough = new CountDownLatch(BEFORE_EACH_KILL);
        try (PackagedDaybook daybook = PackagedDaybook.start(data, SETTINGS);
                ExecutorService callers = Executors.newFixedThreadPool(CALLERS)) {
            for (int caller = 0; caller < CALLERS; caller++) {
                callers.execute(() -> register(daybook, enough));
            }
            assertThat(enough.await(2, TimeUnit.MINUTES)).as("registrations went through").isTrue();
            daybook.kill();
        }
    }

    /** Registers one person after the other until the other side is gone. */
    private void register(PackagedDaybook daybook, CountDownLatch enough) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            while (true) {
                String email = "person%d@example.org".formatted(tried.incrementAndGet());
                String body = "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, PASSWORD);
                int status = post(client, daybook, "/api/auth/register", body).statusCode();
                if (status != 202) {
                    return;
                }
                acknowledged.add(email);
                enough.countDown();
            }
        } catch (IOException killed) {
            // not acknowledged: it may be there or not
        }
    }

    private static HttpResponse<String> signIn(PackagedDaybook daybook, String email)
            throws IOException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            String body = "{\"identifier\":\"%s\",\"password\":\"%s\"}".formatted(email, PASSWORD);
            return post(client, daybook, "/api/auth/login", body);
        }
    }

    private static HttpResponse<String> post(
            HttpClient client, PackagedDaybook daybook, String path, String body)
            throws IOException {
        try {
            return client.send(
                    HttpRequest.newBuilder(daybook.address().resolve(path))
                            .timeout(Duration.ofSeconds(60))
                            .header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofString(body))
                            .build(),
                    BodyHandlers.ofString());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
    }

    private long count(String from) throws IOException, SQLException {
        Path postgres = data.resolve("postgres");
        String url =
                "jdbc:postgresql://127.0.0.1:%s/daybook"
                        .formatted(Files.readString(postgres.resolve("port")).strip());
        try (Connection connection =
                        DriverManager.getConnection(
                                url, "daybook", Files.readString(postgres.resolve("password")));
                Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery("select count(*) from " + from)) {
            count.next();
            return count.getLong(1);
        }
    }
}
