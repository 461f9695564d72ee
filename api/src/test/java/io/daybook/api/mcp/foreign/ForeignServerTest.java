package io.daybook.api.mcp.foreign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.api.mcp.ConnectionsSettings;
import io.daybook.api.mcp.Connector;
import io.daybook.api.mcp.ToolDefinition;
import io.daybook.api.mcp.ToolFailure;
import io.daybook.api.mcp.ToolResult;
import io.daybook.api.mcp.addresses.AddressPolicy;
import io.daybook.api.mcp.postgres.SampleShop;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import reactor.core.publisher.Flux;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.resources.LoopResources;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

class ForeignServerTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** For those whom only its end stops: the wait is all that their tests take. */
    private static final Duration SHORT = Duration.ofMillis(300);

    private static final LoopResources LOOPS = LoopResources.create("foreign-test", 1, true);
    private static final Scheduler VIRTUAL_THREADS =
            Schedulers.fromExecutorService(Executors.newVirtualThreadPerTaskExecutor());

    private static ForeignServers servers(Duration patience) {
        ConnectionsSettings usual = ConnectionsSettings.defaults();
        ConnectionsSettings hasty =
                new ConnectionsSettings(
                        List.of(),
                        List.of("127.9.0.0/16"),
                        false,
                        patience,
                        patience,
                        usual.maxRows(),
                        1024 * 1024,
                        usual.poolSize(),
                        usual.idleTimeout(),
                        usual.callsAtOnce(),
                        usual.callsPerMinute(),
                        usual.watchInterval());
        return new ForeignServers(
                new AddressPolicy(hasty.allow(), hasty.deny()), hasty, VIRTUAL_THREADS, LOOPS);
    }

    private static Connector open(String url) {
        return servers(Duration.ofSeconds(10)).open(ForeignAddress.parse(url, null));
    }

    /** A server that answers every request with the same. */
    private static DisposableServer saying(int status, String type, Flux<String> body) {
        return HttpServer.create()
                .host("127.0.0.1")
                .port(0)
                .handle(
                        (request, response) ->
                                request.receive()
                                        .then()
                                        .thenEmpty(
                                                response.status(status)
                                                        .header("Content-Type", type)
                                                        .sendString(body)
                                                        .then()))
                .bindNow();
    }

    private static String reasonOf(DisposableServer server) {
        return reasonOf(server, Duration.ofSeconds(2));
    }

    private static String reasonOf(DisposableServer server, Duration patience) {
        Connector connector =
                servers(patience)
                        .open(
                                ForeignAddress.parse(
                                        "http://127.0.0.1:" + server.port() + "/mcp", null));
        try {
            connector.tools().block(PATIENCE);
            return "none";
        } catch (ToolFailure failure) {
            return failure.reason();
        } finally {
            connector.close().block(PATIENCE);
            server.disposeNow();
        }
    }

    @Nested
    class ThatDoesHarm {

        @Test
        void byNeverAnsweringIsLeft() {
            assertThat(reasonOf(saying(200, "application/json", Flux.never()), SHORT))
                    .isEqualTo("timed-out");
        }

        @ParameterizedTest
        @ValueSource(strings = {"application/json", "text/event-stream"})
        void byAnsweringWithoutEndIsCutOff(String type) {
            AtomicLong sent = new AtomicLong();
            String event = "event: message\ndata: {\"a\":\"" + "x".repeat(10_000) + "\"}\n\n";
            Flux<String> flood =
                    Flux.<String>generate(sink -> sink.next(event))
                            .doOnNext(part -> sent.addAndGet(part.length()));

            assertThat(reasonOf(saying(200, type, flood), Duration.ofSeconds(1)))
                    .isNotEqualTo("none");
            assertThat(sent).hasValueLessThan(16 * 1024 * 1024);
        }

        @Test
        void byTalkingNonsenseIsUnreachable() {
            assertThat(reasonOf(saying(200, "application/json", Flux.just("{\"jsonrpc\":")), SHORT))
                    .isIn("unreachable", "timed-out");
            assertThat(reasonOf(saying(200, "text/html", Flux.just("<html>")), SHORT))
                    .isIn("unreachable", "timed-out", "tool-failed");
        }

        @Test
        void bySendingUsElsewhereIsNotFollowed() {
            assertThat(reasonOf(saying(302, "text/plain", Flux.empty()))).isNotEqualTo("none");
        }

        @Test
        void byRefusingTheTokenSaysSo() {
            assertThat(reasonOf(saying(401, "text/plain", Flux.empty())))
                    .isEqualTo("wrong-password");
        }
    }

    @Test
    void leadsOnlyWherePolicyAdmits() {
        assertThatThrownBy(() -> open("http://169.254.169.254/latest"))
                .extracting("reason")
                .isEqualTo("address-not-allowed");
        assertThatThrownBy(() -> open("http://127.9.0.1:1/mcp"))
                .extracting("reason")
                .isEqualTo("address-not-allowed");
        Connector numeric = open("http://2130706433:1/mcp");
        assertThatThrownBy(() -> numeric.tools().block(PATIENCE)).isInstanceOf(ToolFailure.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ftp://x/mcp",
                "http://",
                "http://user:pass@x/mcp",
                "file:///etc/passwd",
                "x y"
            })
    void refusesWhatIsNoAddressOfAServer(String url) {
        assertThatThrownBy(() -> ForeignAddress.parse(url, null))
                .extracting("reason")
                .isEqualTo("malformed-uri");
    }

    @Test
    void keepsTheTokenOutOfEverythingThatIsShown() {
        ForeignAddress address = ForeignAddress.parse("https://x.example/mcp?key=abc", "s3cret");

        assertThat(address.server()).isEqualTo("https://x.example/mcp");
        assertThat(address.toString()).doesNotContain("s3cret");
        assertThat(ForeignAddress.ofSecret(address.secret())).isEqualTo(address);
    }

    @Nested
    class ThatIsTheReferenceServer {

        @Test
        void offersItsToolsAndAnswers() throws IOException {
            Foreign.assumeInstalled();
            try (Foreign everything = everything()) {
                Connector connector = open(everything.url());

                assertThat(connector.tools().block(PATIENCE))
                        .extracting(ToolDefinition::name)
                        .contains("echo", "get-sum");
                assertThat(call(connector, "echo", Map.of("message", "hello")).text())
                        .contains("hello");
                assertThatThrownBy(() -> call(connector, "nothing", Map.of()))
                        .extracting("reason")
                        .isEqualTo("tool-failed");
                connector.close().block(PATIENCE);
            }
        }

        @Test
        void isFoundAgainAfterItWasRestarted() throws IOException {
            Foreign.assumeInstalled();
            try (Foreign everything = everything()) {
                Connector connector = open(everything.url());
                connector.tools().block(PATIENCE);

                everything.restart();

                assertThat(connector.tools().block(PATIENCE)).isNotEmpty();
                everything.kill();
                assertThatThrownBy(() -> connector.tools().block(PATIENCE))
                        .extracting("reason")
                        .isEqualTo("unreachable");
                connector.close().block(PATIENCE);
            }
        }

        private static Foreign everything() throws IOException {
            return Foreign.start(EVERYTHING, "streamableHttp");
        }
    }

    @Test
    void readsADatabaseThroughAForeignServer() throws IOException {
        Foreign.assumeInstalled();
        SampleShop shop = SampleShop.create();
        try (Foreign dbhub =
                Foreign.start(
                        "node_modules/@bytebase/dbhub/dist/index.js",
                        "--transport=http",
                        "--port=PORT",
                        "--dsn="
                                + shop.readerUri().replace("postgresql", "postgres")
                                + "?sslmode=disable")) {
            Connector connector = open(dbhub.url());

            assertThat(connector.tools().block(PATIENCE))
                    .extracting(ToolDefinition::name)
                    .contains("execute_sql");
            assertThat(
                            call(
                                            connector,
                                            "execute_sql",
                                            Map.of("sql", "SELECT count(*) AS n FROM purchase"))
                                    .text())
                    .contains("1000");
            connector.close().block(PATIENCE);
        }
    }

    private static final String EVERYTHING =
            "node_modules/@modelcontextprotocol/server-everything/dist/index.js";

    private static ToolResult call(
            Connector connector, String tool, Map<String, Object> arguments) {
        return Objects.requireNonNull(connector.call(tool, arguments).block(PATIENCE));
    }
}
