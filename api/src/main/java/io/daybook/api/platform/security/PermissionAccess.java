package io.daybook.api.platform.security;

import io.daybook.api.platform.Permission;

import org.jspecify.annotations.Nullable;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.authorization.ReactiveAuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.server.authorization.AuthorizationContext;

import reactor.core.publisher.Mono;

/** Lets in whose role has a permission, where an endpoint is not ours to write it beside. */
final class PermissionAccess implements ReactiveAuthorizationManager<AuthorizationContext> {

    private final Permission permission;

    PermissionAccess(Permission permission) {
        this.permission = permission;
    }

    @Override
    public Mono<AuthorizationResult> authorize(
            Mono<Authentication> authentication, AuthorizationContext context) {
        return authentication
                .map(known -> new AuthorizationDecision(isGranted(known)))
                .defaultIfEmpty(new AuthorizationDecision(false))
                .cast(AuthorizationResult.class);
    }

    private boolean isGranted(@Nullable Authentication known) {
        return known instanceof CallerAuthentication caller
                && permission.granted(caller.getPrincipal().role());
    }
}
