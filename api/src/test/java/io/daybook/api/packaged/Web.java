package io.daybook.api.packaged;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/** Speaks to Daybook as any client does, for one thread. */
final class Web implements AutoCloseable {

    static final String PASSWORD = "quiet-harbour-lantern-37";

    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI address;

    Web(URI address) {
        this.address = address;
    }

    int register(String email) throws IOException {
        return send("POST", "/api/auth/register", "", Map.of("email", email, "password", PASSWORD))
                .statusCode();
    }

    HttpResponse<String> logIn(String email) throws IOException {
        return send(
                "POST", "/api/auth/login", "", Map.of("identifier", email, "password", PASSWORD));
    }

    /** The access token of somebody who signs in, or nothing when that is refused. */
    String token(String email) throws IOException {
        HttpResponse<String> answer = logIn(email);
        return answer.statusCode() == 200
                ? JSON.readTree(answer.body()).get("accessToken").asString()
                : "";
    }

    JsonNode get(String path, String token) throws IOException {
        return JSON.readTree(send("GET", path, token, Map.of()).body());
    }

    HttpResponse<String> send(String method, String path, String token, Map<String, String> body)
            throws IOException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address.resolve(path))
                        .timeout(Duration.ofSeconds(60))
                        .header("Content-Type", "application/json")
                        .method(
                                method,
                                body.isEmpty()
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofString(json(body)));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
    }

    private static String json(Map<String, String> body) {
        return body.entrySet().stream()
                .map(field -> "\"%s\":\"%s\"".formatted(field.getKey(), field.getValue()))
                .collect(Collectors.joining(",", "{", "}"));
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
