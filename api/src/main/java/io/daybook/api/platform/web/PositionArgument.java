package io.daybook.api.platform.web;

import io.daybook.api.platform.Caller;
import io.daybook.api.platform.LastWrites;
import io.daybook.api.platform.Position;
import io.daybook.api.platform.ProblemException;

import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.result.method.HandlerMethodArgumentResolver;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

/**
 * Gives endpoints the {@link Position} that the client has seen: what it names, or what its session
 * wrote on this node a moment ago, whichever is later.
 */
public final class PositionArgument implements HandlerMethodArgumentResolver {

    private final LastWrites writes;

    PositionArgument(LastWrites writes) {
        this.writes = writes;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Position.class;
    }

    @Override
    public Mono<Object> resolveArgument(
            MethodParameter parameter, BindingContext binding, ServerWebExchange exchange) {
        String header = exchange.getRequest().getHeaders().getFirst(Position.HEADER);
        return header == null || header.isBlank()
                ? remembered().cast(Object.class)
                : Mono.fromSupplier(() -> named(header))
                        .flatMap(named -> remembered().map(named::orLater))
                        .cast(Object.class);
    }

    private Mono<Position> remembered() {
        return ReactiveSecurityContextHolder.getContext()
                .mapNotNull(SecurityContext::getAuthentication)
                .mapNotNull(Authentication::getPrincipal)
                .ofType(Caller.class)
                .map(caller -> writes.of(caller.sessionId()))
                .defaultIfEmpty(Position.ANY);
    }

    private static Position named(String header) {
        try {
            return new Position(Math.max(-1, Long.parseLong(header.strip())));
        } catch (NumberFormatException notANumber) {
            throw new ProblemException(
                    HttpStatus.BAD_REQUEST,
                    "bad-request",
                    "The header Daybook-Position is not a position that an answer has named.");
        }
    }
}
