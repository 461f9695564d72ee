package io.daybook.api.mcp.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.RunningDaybook;
import io.daybook.api.identity.People;
import io.daybook.api.mcp.foreign.Foreign;
import io.daybook.api.mcp.postgres.SampleShop;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import reactor.netty.DisposableServer;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.server.HttpServer;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.util.Map;

/** The endpoint with clients from npm. */
class ForeignClientsTest {

    private static final SampleShop SHOP = SampleShop.create();
    private static final RunningDaybook DAYBOOK = RunningDaybook.start(Map.of());

    private final People.Bearer anna = new People(DAYBOOK).user();

    @AfterAll
    static void stop() {
        DAYBOOK.stop();
    }

    @BeforeEach
    void connect() {
        Foreign.assumeInstalled();
        DAYBOOK.client()
                .post()
                .uri("/api/connections")
                .headers(anna::on)
                .bodyValue(Map.of("name", "Shop", "kind", "postgres", "uri", SHOP.readerUri()))
                .exchange()
                .expectStatus()
                .isCreated();
    }

    @Test
    void answersTheClientOfTheTypeScriptSdk() throws IOException, InterruptedException {
        String said =
                Foreign.run(
                        "client.mjs",
                        "http://127.0.0.1:" + DAYBOOK.port() + "/mcp",
                        anna.access(),
                        "SELECT count(*) AS n FROM purchase");

        JsonNode answer = JsonMapper.shared().readTree(said);
        assertThat(answer.at("/tools").size()).isEqualTo(4);
        assertThat(answer.at("/answer/content/0/text").stringValue()).contains("[[1000]]");
    }

    /** The suite cannot bring a token, so a door in front of Daybook adds it. */
    @ParameterizedTest
    @ValueSource(strings = {"server-initialize", "ping", "tools-list", "dns-rebinding-protection"})
    void passesTheConformanceSuiteAsFarAsItApplies(String scenario)
            throws IOException, InterruptedException {
        DisposableServer door = door();
        String said =
                Foreign.run(
                        "node_modules/@modelcontextprotocol/conformance/dist/index.js",
                        "server",
                        "--url",
                        "http://127.0.0.1:" + door.port() + "/mcp",
                        "--scenario",
                        scenario);
        door.disposeNow();

        assertThat(said).contains("Passed:").contains("0 failed");
    }

    private DisposableServer door() {
        HttpClient onwards = HttpClient.create();
        return HttpServer.create()
                .host("127.0.0.1")
                .port(0)
                .handle(
                        (request, response) ->
                                onwards.headers(
                                                headers -> {
                                                    headers.set(request.requestHeaders());
                                                    headers.set(
                                                            "Authorization",
                                                            "Bearer " + anna.access());
                                                })
                                        .request(request.method())
                                        .uri("http://127.0.0.1:" + DAYBOOK.port() + request.uri())
                                        .send(request.receive().retain())
                                        .response(
                                                (answer, body) ->
                                                        response.status(answer.status())
                                                                .headers(answer.responseHeaders())
                                                                .send(body.retain())))
                .bindNow();
    }
}
