package io.daybook.api.mcp.foreign;

import io.daybook.api.mcp.ConnectionsSettings;
import io.daybook.api.mcp.ToolFailure;
import io.netty.channel.ChannelOption;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFunction;
import org.springframework.web.reactive.function.client.WebClient;

import reactor.core.publisher.Mono;
import reactor.core.publisher.SynchronousSink;
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
    private final long most;
    private final AtomicLong left = new AtomicLong();

    BoundedWeb(
            ForeignAddress address,
            PolicyResolver resolver,
            LoopResources loops,
            ConnectionsSettings settings) {
        this.most = 2L * settings.maxBytes();
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
                        .filter(this::bounded);
        if (address.bearer() != null) {
            String token = address.bearer().value();
            client.defaultHeaders(headers -> headers.setBearerAuth(token));
        }
    }

    WebClient.Builder client() {
        return client;
    }

    /** Starts counting anew, for the next call. */
    void renew() {
        left.set(most);
    }

    void close() {
        connections.dispose();
    }

    private static String origin(URI url) {
        return url.getScheme() + "://" + url.getRawAuthority();
    }

    /** The budget is that of a call, however many answers and streams a server makes of it. */
    private Mono<ClientResponse> bounded(ClientRequest request, ExchangeFunction next) {
        return left.get() < 0 ? Mono.error(tooLarge()) : next.exchange(request).map(this::bounded);
    }

    private ClientResponse bounded(ClientResponse answer) {
        return answer.mutate().body(body -> body.handle(this::count)).build();
    }

    private void count(DataBuffer part, SynchronousSink<DataBuffer> sink) {
        if (left.addAndGet(-part.readableByteCount()) < 0) {
            DataBufferUtils.release(part);
            sink.error(tooLarge());
        } else {
            sink.next(part);
        }
    }

    private static ToolFailure tooLarge() {
        return new ToolFailure("too-large", "The MCP server answers more than can be carried.");
    }
}
