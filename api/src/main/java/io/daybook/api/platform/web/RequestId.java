package io.daybook.api.platform.web;

import io.daybook.platform.Identifiers;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

import reactor.core.publisher.Mono;

/** Names each request, in the header {@code X-Request-Id} of its answer and in its problem. */
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class RequestId implements WebFilter {

    private static final String ATTRIBUTE = RequestId.class.getName();
    private static final String HEADER = "X-Request-Id";

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        exchange.getResponse().getHeaders().set(HEADER, of(exchange));
        return chain.filter(exchange);
    }

    /** The name of this request. */
    public static String of(ServerWebExchange exchange) {
        return (String)
                exchange.getAttributes()
                        .computeIfAbsent(ATTRIBUTE, first -> Identifiers.next().toString());
    }
}
