package io.daybook.api.platform.web;

import io.daybook.api.platform.ProblemException;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

import reactor.core.publisher.Mono;

import java.util.List;

/** Refuses parameters with the character NUL, which PostgreSQL has no place for. */
public final class UsableQueries implements WebFilter {

    private static final String NUL = "\0";

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return exchange.getRequest().getQueryParams().values().stream()
                        .flatMap(List::stream)
                        .anyMatch(value -> value != null && value.contains(NUL))
                ? Mono.error(
                        new ProblemException(
                                HttpStatus.BAD_REQUEST,
                                "unusable-character",
                                "A parameter holds the character NUL, which no text can have"
                                        + " here."))
                : chain.filter(exchange);
    }
}
