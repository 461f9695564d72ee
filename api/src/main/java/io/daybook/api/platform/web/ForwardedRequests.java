package io.daybook.api.platform.web;

import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.springframework.web.util.UriComponentsBuilder;

import reactor.core.publisher.Mono;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Believes a trusted proxy about whom it forwards and whether they came over TLS ({@code
 * X-Forwarded-For}, the last address that is not a trusted proxy, and {@code X-Forwarded-Proto});
 * believes nobody else.
 */
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
public final class ForwardedRequests implements WebFilter {

    private final Set<String> trusted;

    public ForwardedRequests(List<String> trustedProxies) {
        this.trusted = new HashSet<>();
        trustedProxies.forEach(proxy -> trusted.add(InetAddress.ofLiteral(proxy).getHostAddress()));
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return trusted.contains(ClientAddress.of(exchange))
                ? chain.filter(exchange.mutate().request(forwarded(exchange.getRequest())).build())
                : chain.filter(exchange);
    }

    private ServerHttpRequest forwarded(ServerHttpRequest request) {
        ServerHttpRequest.Builder mutated = request.mutate();
        InetAddress client = client(request.getHeaders().getFirst("X-Forwarded-For"));
        if (client != null) {
            mutated.remoteAddress(new InetSocketAddress(client, 0));
        }
        if ("https".equals(request.getHeaders().getFirst("X-Forwarded-Proto"))) {
            mutated.uri(
                    UriComponentsBuilder.fromUri(request.getURI())
                            .scheme("https")
                            .build(true)
                            .toUri());
        }
        return mutated.build();
    }

    private @Nullable InetAddress client(@Nullable String forwardedFor) {
        if (forwardedFor == null) {
            return null;
        }
        for (String hop : List.of(forwardedFor.split(",", -1)).reversed()) {
            try {
                InetAddress address = InetAddress.ofLiteral(hop.strip());
                if (!trusted.contains(address.getHostAddress())) {
                    return address;
                }
            } catch (IllegalArgumentException notAnAddress) {
                return null;
            }
        }
        return null;
    }
}
