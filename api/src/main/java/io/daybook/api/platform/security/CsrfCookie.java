package io.daybook.api.platform.security;

import org.springframework.security.web.server.csrf.CsrfToken;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

import reactor.core.publisher.Mono;

/** Sends the cookie with the CSRF token to browsers: it is made only when somebody asks for it. */
final class CsrfCookie implements WebFilter {

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        Mono<CsrfToken> token = exchange.getAttribute(CsrfToken.class.getName());
        return token == null || CallerFilter.hasBearer(exchange.getRequest())
                ? chain.filter(exchange)
                : token.then(chain.filter(exchange));
    }
}
