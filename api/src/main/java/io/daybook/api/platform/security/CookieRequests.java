package io.daybook.api.platform.security;

import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

import java.util.Set;

/**
 * The requests that need the CSRF header: unsafe ones in which a cookie of ours would prove who
 * calls. A bearer token exempts, since then no cookie is read (ADR 0023).
 */
final class CookieRequests implements ServerWebExchangeMatcher {

    private static final Set<HttpMethod> SAFE =
            Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS, HttpMethod.TRACE);

    @Override
    public Mono<MatchResult> matches(ServerWebExchange exchange) {
        ServerHttpRequest request = exchange.getRequest();
        boolean needed =
                !SAFE.contains(request.getMethod())
                        && !CallerFilter.hasBearer(request)
                        && (request.getCookies().containsKey(Cookies.ACCESS)
                                || request.getCookies().containsKey(Cookies.REFRESH));
        return needed ? MatchResult.match() : MatchResult.notMatch();
    }
}
