package io.daybook.api.platform.security;

import io.daybook.api.platform.Permission;
import io.daybook.api.platform.observing.MetricsSettings;

import org.springframework.http.HttpHeaders;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.authorization.ReactiveAuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.server.authorization.AuthorizationContext;

import reactor.core.publisher.Mono;

/**
 * Lets collectors of figures in, who do not sign in but bring the token of the settings, and
 * administrators.
 */
final class CollectorAccess implements ReactiveAuthorizationManager<AuthorizationContext> {

    private final MetricsSettings settings;
    private final PermissionAccess people = new PermissionAccess(Permission.PROJECTIONS_MANAGE);

    CollectorAccess(MetricsSettings settings) {
        this.settings = settings;
    }

    @Override
    public Mono<AuthorizationResult> authorize(
            Mono<Authentication> authentication, AuthorizationContext context) {
        HttpHeaders headers = context.getExchange().getRequest().getHeaders();
        return settings.isToken(headers.getFirst(HttpHeaders.AUTHORIZATION))
                ? Mono.just(new AuthorizationDecision(true))
                : people.authorize(authentication, context);
    }
}
