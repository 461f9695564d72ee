package io.daybook.api.platform.security;

import io.daybook.api.platform.Caller;
import io.daybook.api.platform.Needs;
import io.daybook.api.platform.Permission;

import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

/**
 * The one place where permissions of endpoints are enforced: between finding the method and calling
 * it. A method that names none is refused.
 */
final class GuardedEndpoints extends RequestMappingHandlerMapping {

    @Override
    public Mono<HandlerMethod> getHandlerInternal(ServerWebExchange exchange) {
        return super.getHandlerInternal(exchange).flatMap(GuardedEndpoints::guarded);
    }

    private static Mono<HandlerMethod> guarded(HandlerMethod method) {
        // The description of the API is for everybody; its handler is not ours to annotate.
        if (method.getBeanType().getPackageName().startsWith("org.springdoc.")) {
            return Mono.just(method);
        }
        Needs needs = method.getMethodAnnotation(Needs.class);
        if (needs == null) {
            return Mono.error(new AccessDeniedException("The endpoint names no permission"));
        }
        if (needs.value() == Permission.PUBLIC) {
            return Mono.just(method);
        }
        return ReactiveSecurityContextHolder.getContext()
                .mapNotNull(context -> principal(context.getAuthentication()))
                .switchIfEmpty(
                        Mono.error(
                                () ->
                                        new AuthenticationCredentialsNotFoundException(
                                                "Nobody has signed in")))
                .flatMap(
                        caller ->
                                needs.value().granted(caller.role())
                                        ? Mono.just(method)
                                        : Mono.error(new AccessDeniedException("Not granted")));
    }

    private static @Nullable Caller principal(@Nullable Authentication authentication) {
        return authentication instanceof CallerAuthentication known ? known.getPrincipal() : null;
    }
}
