package io.daybook.api.mcp.foreign;

import io.daybook.api.mcp.ConnectionsSettings;
import io.daybook.api.mcp.ToolFailure;
import io.netty.channel.ChannelOption;

import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;

import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;
import reactor.netty.resources.LoopResources;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A way into the web for one foreign server: few connections, no redirects, answers up to a size.
 */
final class BoundedWeb {

    private static final int CONNECTIONS = 8;

    private final ConnectionProvider connections;
    private final WebClient.Builder client;

    BoundedWeb(
            ForeignAddress address,
            PolicyResolver resolver,
            LoopResources loops,
            ConnectionsSettings settings) {
        this.connections =
                ConnectionProvider.builder("mcp")
                        .maxConnections(CONNECTIONS)
                        .pendingAcquireMaxCount(CONNECTIONS * 4)
                        .pendingAcquireTimeout(settings.connectTimeout())
                        .maxIdleTime(Duration.ofSeconds(30))
                        .build();
        HttpClient http =
                HttpClient.create(connections)
                        .runOn(loops)
                        .resolver(resolver)
                        .followRedirect(false)
                        .option(
                                ChannelOption.CONNECT_TIMEOUT_MILLIS,
                                Math.toIntExact(settings.connectTimeout().toMillis()));
        this.client =
                WebClient.builder()
                        .clientConnector(new ReactorClientHttpConnector(http))
                        .baseUrl(origin(address.url()))
                        .codecs(
                                codecs ->
                                        codecs.defaultCodecs().maxInMemorySize(settings.maxBytes()))
                        .filter(
                                (request, next) ->
                                        next.exchange(request)
                                                .map(
                                                        answer ->
                                                                bounded(
                                                                        answer,
                                                                        2L * settings.maxBytes())));
        if (address.bearer() != null) {
            String token = address.bearer().value();
            client.defaultHeaders(headers -> headers.setBearerAuth(token));
        }
    }

    WebClient.Builder client() {
        return client;
    }

    void close() {
        connections.dispose();
    }

    private static String origin(URI url) {
        return url.getScheme() + "://" + url.getRawAuthority();
    }

    private static ClientResponse bounded(ClientResponse answer, long most) {
        return answer.mutate()
                .body(
                        body -> {
                            AtomicLong left = new AtomicLong(most);
                            return body.handle(
                                    (part, sink) -> {
                                        if (left.addAndGet(-part.readableByteCount()) < 0) {
                                            DataBufferUtils.release(part);
                                            sink.error(
                                                    new ToolFailure(
                                                            "too-large",
                                                            "The MCP server answers more than can"
                                                                    + " be carried."));
                                        } else {
                                            sink.next(part);
                                        }
                                    });
                        })
                .build();
    }
}
