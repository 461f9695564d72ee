package io.daybook.api.platform.web;

import io.daybook.api.platform.RequestOrigin;
import io.daybook.platform.Identifiers;
import io.daybook.platform.bus.Origin;
import io.micrometer.common.KeyValue;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.server.reactive.observation.ServerRequestObservationContext;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

import reactor.core.publisher.Mono;

import java.util.UUID;

/**
 * Names each request, in the header {@code X-Request-Id} of its answer, in its problem, in its
 * trace, and in the log: the events that it led to belong to it.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class RequestId implements WebFilter {

    private static final String ATTRIBUTE = RequestId.class.getName();
    private static final String HEADER = "X-Request-Id";
    private static final String SPAN = "daybook.request";

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        String id = of(exchange);
        exchange.getResponse().getHeaders().set(HEADER, id);
        ServerRequestObservationContext.findCurrent(exchange.getAttributes())
                .ifPresent(observed -> observed.addHighCardinalityKeyValue(KeyValue.of(SPAN, id)));
        return chain.filter(exchange)
                .contextWrite(RequestOrigin.is(Origin.of(UUID.fromString(id))));
    }

    /** The name of this request. */
    public static String of(ServerWebExchange exchange) {
        return (String)
                exchange.getAttributes()
                        .computeIfAbsent(ATTRIBUTE, first -> Identifiers.next().toString());
    }
}
