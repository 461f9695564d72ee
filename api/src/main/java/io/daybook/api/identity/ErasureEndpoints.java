package io.daybook.api.identity;

import io.daybook.api.platform.Answers;
import io.daybook.api.platform.Caller;
import io.daybook.api.platform.Commands;
import io.daybook.api.platform.Needs;
import io.daybook.api.platform.Page;
import io.daybook.api.platform.Permission;
import io.daybook.api.platform.Queries;
import io.daybook.api.platform.Written;
import io.daybook.api.platform.limits.SignInLimits;
import io.daybook.api.platform.security.Cookies;
import io.daybook.api.platform.security.EndedSessions;
import io.daybook.api.platform.web.ClientAddress;
import io.daybook.messages.identity.EraseUser;
import io.daybook.messages.identity.ErasureList;
import io.daybook.messages.identity.Erasures;
import io.daybook.messages.identity.SessionEnd;

import jakarta.validation.Valid;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

import java.util.UUID;

/** Erasing people for good: oneself, or somebody else. */
@RestController
final class ErasureEndpoints {

    private final Commands commands;
    private final Queries queries;
    private final SignInLimits limits;
    private final EndedSessions ended;
    private final Cookies cookies;

    ErasureEndpoints(
            Commands commands,
            Queries queries,
            SignInLimits limits,
            EndedSessions ended,
            Cookies cookies) {
        this.commands = commands;
        this.queries = queries;
        this.limits = limits;
        this.ended = ended;
        this.cookies = cookies;
    }

    /**
     * Starts erasing the caller, who gives the password once more; the session is over at once.
     * Wrong passwords count as they do at sign-in.
     */
    @DeleteMapping("/api/users/me")
    @Needs(Permission.ACCOUNT_OWN)
    Mono<ResponseEntity<Void>> eraseOneself(
            @AuthenticationPrincipal Caller caller,
            @Valid @RequestBody Credentials.Fresh body,
            ServerWebExchange exchange) {
        return Mono.defer(
                () -> {
                    SignInLimits.Attempt attempt =
                            limits.begin(
                                    caller.userId().toString(), ClientAddress.subscriber(exchange));
                    return commands.send(
                                    new EraseUser(caller.userId(), body.password()), caller.actor())
                            .doOnSuccess(done -> limits.succeeded(attempt))
                            .doOnError(failure -> limits.failed(attempt, failure))
                            .map(done -> goodbye(done, caller, exchange));
                });
    }

    /** Starts erasing somebody else; nobody erases the last administrator, or themselves here. */
    @DeleteMapping("/api/users/{id}")
    @Needs(Permission.USERS_MANAGE)
    Mono<ResponseEntity<Void>> erase(
            @AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
        return commands.send(new EraseUser(id, null), caller.actor())
                .map(done -> Answers.at(HttpStatus.ACCEPTED, done.position()).build());
    }

    /** The newest erasures and how far each is; of whom, nothing is left to say but a number. */
    @GetMapping("/api/admin/erasures")
    @Needs(Permission.USERS_MANAGE)
    Mono<Page<ErasureItem>> erasures(@RequestParam(defaultValue = Page.DEFAULT_LIMIT) int limit) {
        return queries.ask(new Erasures(Math.clamp(limit, 1, Page.MAX_LIMIT)), ErasureList.class)
                .map(list -> new Page<>(list.items().stream().map(ErasureItem::of).toList(), null));
    }

    private ResponseEntity<Void> goodbye(
            Written<@Nullable Object> done, Caller caller, ServerWebExchange exchange) {
        ended.expect(caller.sessionId(), SessionEnd.ERASED);
        if (Cookies.wanted(exchange) || Cookies.refreshToken(exchange) != null) {
            cookies.take(exchange);
        }
        return Answers.at(HttpStatus.ACCEPTED, done.position()).build();
    }
}
