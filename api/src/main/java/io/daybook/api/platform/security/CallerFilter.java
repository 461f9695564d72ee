package io.daybook.api.platform.security;

import io.daybook.api.platform.Caller;
import io.daybook.api.platform.web.ClientAddress;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

import reactor.core.publisher.Mono;

import java.util.Optional;

/**
 * Finds out who calls: from the bearer token, or else from the cookie. A token that proves nothing
 * leaves the caller unknown, which is for the endpoint's permission to refuse.
 */
final class CallerFilter implements WebFilter {

    private static final String BEARER = "Bearer ";

    private final Tokens tokens;
    private final EndedSessions ended;

    CallerFilter(Tokens tokens, EndedSessions ended) {
        this.tokens = tokens;
        this.ended = ended;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        String token = token(exchange.getRequest());
        Optional<CallerAuthentication> caller =
                token == null ? Optional.empty() : caller(token, exchange);
        return caller.map(
                        known ->
                                chain.filter(exchange)
                                        .contextWrite(
                                                ReactiveSecurityContextHolder.withAuthentication(
                                                        known)))
                .orElseGet(() -> chain.filter(exchange));
    }

    /** Pure header authentication: a page of another site cannot send it. */
    static boolean hasBearer(ServerHttpRequest request) {
        String header = request.getHeaders().getFirst(HttpHeaders.AUTHORIZATION);
        return header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length());
    }

    private static @Nullable String token(ServerHttpRequest request) {
        if (!hasBearer(request)) {
            return Cookies.value(request, Cookies.ACCESS);
        }
        String header = request.getHeaders().getFirst(HttpHeaders.AUTHORIZATION);
        return header == null ? null : header.substring(BEARER.length()).strip();
    }

    private Optional<CallerAuthentication> caller(String token, ServerWebExchange exchange) {
        return tokens.readAccess(token)
                .filter(claims -> !ended.contains(claims.sessionId()))
                .map(
                        claims ->
                                new CallerAuthentication(
                                        new Caller(
                                                claims.userId(),
                                                claims.sessionId(),
                                                claims.role(),
                                                ClientAddress.of(exchange)),
                                        claims.expiresAt()));
    }
}
