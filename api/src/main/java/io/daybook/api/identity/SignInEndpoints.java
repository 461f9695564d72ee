package io.daybook.api.identity;

import io.daybook.api.platform.Caller;
import io.daybook.api.platform.Commands;
import io.daybook.api.platform.Needs;
import io.daybook.api.platform.Permission;
import io.daybook.api.platform.ProblemException;
import io.daybook.api.platform.Written;
import io.daybook.api.platform.limits.SignInLimits;
import io.daybook.api.platform.security.Cookies;
import io.daybook.api.platform.security.EndedSessions;
import io.daybook.api.platform.security.RefreshClaims;
import io.daybook.api.platform.security.Tokens;
import io.daybook.api.platform.web.ClientAddress;
import io.daybook.messages.Actor;
import io.daybook.messages.identity.EndSession;
import io.daybook.messages.identity.LogIn;
import io.daybook.messages.identity.LogInAnswer;
import io.daybook.messages.identity.RefreshAnswer;
import io.daybook.messages.identity.RefreshSession;
import io.daybook.messages.identity.SessionEnd;
import io.daybook.messages.identity.SignedIn;
import io.daybook.platform.Identifiers;

import jakarta.validation.Valid;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Mono;

import java.util.Optional;

/** Signing in, staying signed in, signing out. */
@RestController
@RequestMapping("/api/auth")
final class SignInEndpoints {

    private final Commands commands;
    private final Tokens tokens;
    private final Cookies cookies;
    private final SignInAnswers answers;
    private final SignInLimits limits;
    private final EndedSessions ended;

    SignInEndpoints(
            Commands commands,
            Tokens tokens,
            Cookies cookies,
            SignInLimits limits,
            EndedSessions ended) {
        this.commands = commands;
        this.tokens = tokens;
        this.cookies = cookies;
        this.answers = new SignInAnswers(tokens, cookies);
        this.limits = limits;
        this.ended = ended;
    }

    /** Signs in by e-mail or username; an unknown person and a wrong password look the same. */
    @PostMapping("/login")
    @Needs(Permission.PUBLIC)
    Mono<ResponseEntity<SignInAnswer>> logIn(
            @Valid @RequestBody Credentials.SignIn body, ServerWebExchange exchange) {
        return Mono.defer(
                () -> {
                    SignInLimits.Attempt attempt =
                            limits.begin(body.identifier(), ClientAddress.subscriber(exchange));
                    return SteadyPace.refusals(
                            commands.<LogInAnswer>send(
                                            new LogIn(
                                                    Identifiers.forNew(),
                                                    body.identifier(),
                                                    body.password(),
                                                    Devices.of(exchange)),
                                            RegistrationEndpoints.anonymous(exchange))
                                    .doOnError(failure -> limits.failed(attempt, failure))
                                    .map(written -> signedIn(written, attempt, exchange)));
                });
    }

    /** Exchanges a refresh token for a new pair; a used one ends the session. */
    @PostMapping("/refresh")
    @Needs(Permission.PUBLIC)
    Mono<ResponseEntity<SignInAnswer>> refresh(
            @RequestBody(required = false) Credentials.@Nullable Refresh body,
            ServerWebExchange exchange) {
        String given = given(body);
        return presented(given, exchange)
                .map(
                        claims ->
                                commands.<RefreshAnswer>send(
                                                new RefreshSession(
                                                        claims.sessionId(),
                                                        claims.generation(),
                                                        Devices.of(exchange)),
                                                RegistrationEndpoints.anonymous(exchange))
                                        .map(
                                                written ->
                                                        refreshed(
                                                                written,
                                                                claims,
                                                                given == null,
                                                                exchange)))
                .orElseGet(() -> Mono.error(() -> over(exchange)));
    }

    /** Ends the session of the access token, or else of the refresh token; never fails. */
    @PostMapping("/logout")
    @Needs(Permission.PUBLIC)
    Mono<ResponseEntity<Void>> logOut(
            @AuthenticationPrincipal @Nullable Caller caller,
            @RequestBody(required = false) Credentials.@Nullable Refresh body,
            ServerWebExchange exchange) {
        Mono<Void> end =
                caller != null
                        ? end(caller)
                        : presented(given(body), exchange)
                                .map(claims -> end(claims, exchange))
                                .orElseGet(Mono::empty);
        return end.then(
                Mono.fromSupplier(
                        () -> {
                            cookies.take(exchange);
                            return ResponseEntity.noContent().build();
                        }));
    }

    private ResponseEntity<SignInAnswer> signedIn(
            Written<@Nullable LogInAnswer> written,
            SignInLimits.Attempt attempt,
            ServerWebExchange exchange) {
        SignedIn signedIn = written.answer() == null ? null : written.answer().signedIn();
        if (signedIn == null) {
            throw new ProblemException(
                    HttpStatus.UNAUTHORIZED,
                    "sign-in-refused",
                    "This combination of name and password is not known here.");
        }
        limits.succeeded(attempt);
        return Cookies.wanted(exchange)
                ? answers.inCookies(exchange, signedIn, written.position())
                : answers.inBody(signedIn, written.position());
    }

    private ResponseEntity<SignInAnswer> refreshed(
            Written<@Nullable RefreshAnswer> written,
            RefreshClaims claims,
            boolean byCookie,
            ServerWebExchange exchange) {
        SignedIn signedIn = written.answer() == null ? null : written.answer().signedIn();
        if (signedIn == null) {
            ended.expect(claims.sessionId(), SessionEnd.REFRESH_TOKEN_REUSED);
            throw over(exchange);
        }
        return byCookie
                ? answers.inCookies(exchange, signedIn, written.position())
                : answers.inBody(signedIn, written.position());
    }

    private ProblemException over(ServerWebExchange exchange) {
        if (Cookies.refreshToken(exchange) != null) {
            cookies.take(exchange);
        }
        return new ProblemException(
                HttpStatus.UNAUTHORIZED, "session-ended", "The session is over. Sign in again.");
    }

    private Optional<RefreshClaims> presented(@Nullable String given, ServerWebExchange exchange) {
        return Optional.ofNullable(given == null ? Cookies.refreshToken(exchange) : given)
                .flatMap(tokens::readRefresh);
    }

    private static @Nullable String given(Credentials.@Nullable Refresh body) {
        return body == null || body.refreshToken() == null ? null : body.refreshToken().value();
    }

    private Mono<Void> end(Caller caller) {
        return end(new EndSession(caller.sessionId(), SessionEnd.LOGGED_OUT), caller.actor());
    }

    private Mono<Void> end(RefreshClaims claims, ServerWebExchange exchange) {
        return end(
                new EndSession(claims.sessionId(), SessionEnd.LOGGED_OUT),
                new Actor(claims.userId(), claims.sessionId(), false, ClientAddress.of(exchange)));
    }

    private Mono<Void> end(EndSession command, Actor actor) {
        return commands.send(command, actor)
                .doOnSuccess(done -> ended.expect(command.sessionId(), command.reason()))
                .then();
    }
}
