package io.daybook.api.containers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.testcontainers.containers.ComposeContainer;
import org.testcontainers.containers.wait.strategy.Wait;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;

/** The whole compose file comes up and answers. */
final class ComposeIT {

    @Test
    void comesUpAndAnswers() throws Exception {
        Docker.isNeededFor("docker-compose.yml comes up and answers");
        try (ComposeContainer compose =
                new ComposeContainer(ComposeFile.PATH.toFile())
                        .withEnv("POSTGRES_PASSWORD", UUID.randomUUID().toString())
                        .withBuild(true)
                        .withExposedService(
                                "daybook",
                                8080,
                                Wait.forHttp("/actuator/health/readiness")
                                        .withStartupTimeout(Duration.ofMinutes(5)))) {
            compose.start();
            URI setup =
                    URI.create(
                            "http://%s:%d/api/setup"
                                    .formatted(
                                            compose.getServiceHost("daybook", 8080),
                                            compose.getServicePort("daybook", 8080)));
            try (HttpClient client = HttpClient.newHttpClient()) {
                HttpResponse<String> answer =
                        client.send(HttpRequest.newBuilder(setup).build(), BodyHandlers.ofString());
                assertThat(answer.body()).contains("\"needed\":true");
            }
        }
    }
}
