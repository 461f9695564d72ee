package io.daybook.api.platform.errors;

import io.daybook.api.platform.observing.tracing.TraceId;
import io.daybook.api.platform.web.RequestId;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;

import reactor.core.publisher.Mono;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** The one place where failures become answers, whoever raised them. */
@Order(-2)
public final class ProblemWriter implements WebExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(ProblemWriter.class);

    private final JsonMapper json;

    public ProblemWriter(JsonMapper json) {
        this.json = json;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
        if (exchange.getResponse().isCommitted()) {
            return Mono.error(failure);
        }
        return write(exchange, problem(exchange, failure));
    }

    private static Problem problem(ServerWebExchange exchange, Throwable failure) {
        Optional<Problem> known = Problems.of(failure);
        if (known.isEmpty() && failure.getCause() != null) {
            known = Problems.of(failure.getCause());
        }
        return known.orElseGet(
                () -> {
                    if (!(failure instanceof IOException)) {
                        log.error("Request {} failed", RequestId.of(exchange), failure);
                    }
                    return Problems.ownFault();
                });
    }

    /** Clients of MCP look here for where to read what a token is needed for (RFC 9728). */
    private static String challenge(ServerWebExchange exchange) {
        URI asked = exchange.getRequest().getURI();
        return asked.getPath().equals("/mcp")
                ? "Bearer resource_metadata=\""
                        + asked.resolve("/.well-known/oauth-protected-resource/mcp")
                        + "\""
                : "Bearer";
    }

    private Mono<Void> write(ServerWebExchange exchange, Problem problem) {
        ServerHttpResponse response = exchange.getResponse();
        response.setStatusCode(problem.status());
        HttpHeaders headers = response.getHeaders();
        headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        headers.setCacheControl("no-store");
        Duration wait = problem.retryAfter();
        if (wait != null) {
            headers.set(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, wait.toSeconds())));
        }
        if (problem.status().isSameCodeAs(HttpStatus.UNAUTHORIZED)) {
            headers.set(HttpHeaders.WWW_AUTHENTICATE, challenge(exchange));
        }
        byte[] body =
                json.writeValueAsBytes(
                        problem.members(
                                exchange.getRequest().getPath().value(),
                                RequestId.of(exchange),
                                TraceId.of(exchange)));
        headers.setContentLength(body.length);
        return response.writeWith(Mono.just(response.bufferFactory().wrap(body)));
    }
}
