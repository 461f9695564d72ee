package io.daybook.api.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.Workspace;
import io.daybook.api.WorkspaceTest;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** What nobody means to send is answered with a problem that says what is wrong, and harms none. */
final class OddRequestsTest extends WorkspaceTest {

    OddRequestsTest(Workspace workspace) {
        super(workspace);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    /api/audit?q=a%00b                  | A parameter holds the character NUL
                    /api/users?q=%00                    | A parameter holds the character NUL
                    /api/admin/dead-letters?cursor=%00  | A parameter holds the character NUL
                    /api/audit?actor=me                 | The parameter "actor" is not an identifier (a UUID).
                    /api/audit?from=yesterday           | The parameter "from" is not a time like 2026-03-01T12:00:00Z.
                    /api/activity?limit=99999999999     | The parameter "limit" is not a whole number, or one too large.
                    /api/projects/mine                  | The parameter "id" is not an identifier (a UUID).
                    /api/projects?deleted=perhaps       | The parameter "deleted" is neither true nor false.
                    /api/projects?cursor=next           | The cursor is not one that this list has given.
                    /api/projects/a%00b                 | The address, the method or a header
                    /api/history/users?at=soon          | A moment is a position of the log
                    """)
    void areToldWhatIsWrong(String address, String detail) {
        assertThat(problem(get(address)).path("detail").asString()).startsWith(detail);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    /api/projects?limit=0                     | limit   | must be at least 1
                    /api/admin/overview?days=367              | days    | must be at most 366
                    /api/audit?limit=201                      | limit   | must be at most 200
                    /api/audit?context=,,,,,,,,,,,,,,,,,,,,,a | context | must have at most 20 values
                    /api/audit?context=ok,@                   | context | must have at most 40 characters
                    /api/audit?address=@                      | address | must have at most 64 characters
                    """)
    void areToldWhichRuleAParameterBreaks(String address, String name, String rule) {
        String long65 = "x".repeat(65);
        JsonNode problem = problem(get(address.replace("@", long65)).expectStatus().isEqualTo(422));

        assertThat(problem.path("detail").asString())
                .isEqualTo("The parameter \"%s\" %s.".formatted(name, rule));
        assertThat(problem.path("errors").path(0).path("field").asString()).isEqualTo(name);
        assertThat(problem.path("errors").path(0).path("message").asString()).isEqualTo(rule);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "from=%2B294277-01-01T00:00:00Z",
                "from=9223372036854775807",
                "to=-999999999-01-01T00:00:00Z"
            })
    void findNothingAtTimesBeyondAllCalendars(String span) {
        assertThat(body(get("/api/audit?" + span).expectStatus().isOk()).path("items")).isEmpty();
    }

    @Test
    void mayNameManyKindsOfEvents() {
        String kind = "projects." + "Created".repeat(10) + ",";

        get("/api/audit?type=" + kind.repeat(90)).expectStatus().isOk();
    }

    @Test
    void haveNoTextsThatNoReadModelCouldTakeIn() {
        JsonNode problem = problem(post("/api/projects", "{\"name\":\"a\\u0000b\"}"));

        assertThat(problem.path("type").asString()).isEqualTo("/problems/unusable-character");
        assertThat(problem.path("errors").path(0).path("field").asString()).isEqualTo("name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"checkpoints\":[null]}", "{\"keys\":[null]}"})
    void nameNoCheckpointThatIsNone(String body) {
        ResponseSpec answer =
                client.post()
                        .uri("/api/admin/audit/verify")
                        .headers(root::on)
                        .contentType(MediaType.APPLICATION_JSON)
                        .bodyValue(body)
                        .exchange();

        assertThat(problem(answer.expectStatus().isEqualTo(422)).path("detail").asString())
                .endsWith("s[0]\" is missing.");
    }

    @Test
    void areAnsweredAsAnswersAlsoWhereProblemsAreAcceptedFirst() {
        for (String accepted :
                List.of("application/problem+json, application/json", "application/problem+json")) {
            client.get()
                    .uri("/api/projects")
                    .headers(anna::on)
                    .header("Accept", accepted)
                    .exchange()
                    .expectStatus()
                    .isOk()
                    .expectHeader()
                    .contentType(MediaType.APPLICATION_JSON);
        }
    }

    @Test
    void keepNoSearchWithoutAFilter() {
        post("/api/activity/filters", "{\"name\":\"Nothing\"}").expectStatus().isEqualTo(422);
    }

    @Test
    void nameOnlyPositionsThatWereGiven() {
        ResponseSpec answer =
                client.get()
                        .uri("/api/projects")
                        .headers(anna::on)
                        .headers(headers -> headers.set("Daybook-Position", "the newest"))
                        .exchange();

        assertThat(problem(answer).path("detail").asString()).contains("Daybook-Position");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"identifier":"x","password":"y","admin":true} | 400 | unknown-field | The field "admin" is not known here.
                    {"identifier":5,"password":"y"} | 400 | wrong-type | The field "identifier" is of the wrong type.
                    {"identifier":["x"],"password":"y"} | 400 | wrong-type | The field "identifier" is of the wrong type.
                    {"identifier":"x"} | 422 | invalid | The field "password" is missing.
                    {"identifier":"","password":"y"} | 422 | invalid | The field "identifier" must have 1 to 254 characters.
                    {"identifier": | 400 | malformed-body | The body is not the JSON that is expected here.
                    [] | 400 | malformed-body | The body is not the JSON that is expected here.
                    """)
    void areToldWhatIsWrongWithABody(String body, int status, String type, String detail) {
        ResponseSpec answer = post("/api/auth/login", body).expectStatus().isEqualTo(status);

        JsonNode problem = problem(answer);
        assertThat(problem.path("type").asString()).isEqualTo("/problems/" + type);
        assertThat(problem.path("detail").asString()).isEqualTo(detail);
    }

    @Test
    void areNotReadWhereTheyAreTooLarge() {
        problem(post("/api/auth/login", "x".repeat(10_000_000)).expectStatus().isEqualTo(413));
    }

    @ParameterizedTest
    @CsvSource({
        "%zz, 0, 0, 400, unusable-request",
        "a, 40000, 0, 414, address-too-long",
        "a, 0, 40000, 431, headers-too-large"
    })
    void areAnsweredEvenWhereTheServerItselfCannotReadThem(
            String words, int address, int header, int status, String type) throws IOException {
        String request =
                "GET /api/projects?q=%s HTTP/1.1\r\nX-Words: %s\r\nHost: x\r\n"
                                .formatted(words + "a".repeat(address), "a".repeat(header))
                        + "Connection: close\r\n\r\n";
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), daybook.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            String answer = answer(socket);

            assertThat(answer)
                    .startsWith("HTTP/1.1 " + status)
                    .containsIgnoringCase("content-type: application/problem+json");
            assertThat(
                            JsonMapper.shared()
                                    .readTree(answer.substring(answer.indexOf('{')))
                                    .path("type")
                                    .asString())
                    .isEqualTo("/problems/" + type);
        }
    }

    // What the server left unread of a request resets the connection behind its answer.
    private static String answer(Socket socket) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        try {
            socket.getInputStream().transferTo(answer);
        } catch (SocketException reset) {
            assertThat(answer.size()).isPositive();
        }
        return answer.toString(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/nothing", "/mcp/nothing", "/assets/nothing.js", "/nothing.php"})
    void findNoPageWhereThereIsNone(String path) {
        get(path).expectStatus().isNotFound();
    }

    private ResponseSpec get(String address) {
        return client.get()
                .uri(URI.create("http://127.0.0.1:" + daybook.port() + address))
                .headers(root::on)
                .exchange();
    }

    private ResponseSpec post(String path, String body) {
        return client.post()
                .uri(path)
                .headers(anna::on)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    private static JsonNode problem(ResponseSpec answer) {
        answer.expectStatus()
                .is4xxClientError()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON);
        JsonNode problem = body(answer);
        assertThat(problem.propertyNames())
                .contains("type", "title", "status", "detail", "instance", "requestId");
        return problem;
    }

    private static JsonNode body(ResponseSpec answer) {
        byte[] body = Objects.requireNonNull(answer.expectBody().returnResult().getResponseBody());
        return JsonMapper.shared().readTree(new String(body, StandardCharsets.UTF_8));
    }
}
