package io.daybook.api.identity;

import io.daybook.api.platform.Answers;
import io.daybook.api.platform.Caller;
import io.daybook.api.platform.Commands;
import io.daybook.api.platform.Needs;
import io.daybook.api.platform.Page;
import io.daybook.api.platform.Permission;
import io.daybook.api.platform.Position;
import io.daybook.api.platform.Queries;
import io.daybook.api.platform.Written;
import io.daybook.api.platform.security.EndedSessions;
import io.daybook.messages.identity.DeviceSession;
import io.daybook.messages.identity.EndSession;
import io.daybook.messages.identity.SessionEnd;
import io.daybook.messages.identity.SessionPage;
import io.daybook.messages.identity.SessionsOfUser;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.util.UUID;

/** The sessions of a person, on all devices. */
@RestController
@RequestMapping("/api/sessions")
final class SessionEndpoints {

    private static final int MOST = 200;

    private final Commands commands;
    private final Queries queries;
    private final EndedSessions ended;

    SessionEndpoints(Commands commands, Queries queries, EndedSessions ended) {
        this.commands = commands;
        this.queries = queries;
        this.ended = ended;
    }

    /** Own sessions, newest first; administrators may name somebody else. */
    @GetMapping
    @Needs(Permission.ACCOUNT_OWN)
    Mono<Page<SessionItem>> list(
            @AuthenticationPrincipal Caller caller,
            @RequestParam(required = false) @Nullable UUID userId,
            @RequestParam(defaultValue = "false") boolean includeEnded,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor,
            Position position) {
        UUID owner = userId == null ? caller.userId() : userId;
        if (!owner.equals(caller.userId()) && !Permission.SESSIONS_MANAGE.granted(caller.role())) {
            return Mono.error(new AccessDeniedException("Sessions of somebody else"));
        }
        return page(owner, includeEnded, Math.clamp(limit, 1, MOST), cursor, position)
                .map(
                        page ->
                                new Page<>(
                                        page.items().stream()
                                                .map(item -> SessionItem.of(item, caller))
                                                .toList(),
                                        page.nextCursor()));
    }

    /** Ends one session: an own one, or anybody's for administrators. */
    @DeleteMapping("/{id}")
    @Needs(Permission.ACCOUNT_OWN)
    Mono<ResponseEntity<Void>> end(@AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
        return Answers.nothing(revoke(id, caller));
    }

    /** Ends all own sessions but this one. */
    @DeleteMapping(params = "others=true")
    @Parameter(name = "others", in = ParameterIn.QUERY, required = true)
    @Needs(Permission.ACCOUNT_OWN)
    Mono<ResponseEntity<Void>> endOthers(
            @AuthenticationPrincipal Caller caller, Position position) {
        return active(caller.userId(), position)
                .map(DeviceSession::sessionId)
                .filter(id -> !id.equals(caller.sessionId()))
                .concatMap(id -> revoke(id, caller))
                .map(Written::position)
                .reduce(-1L, Math::max)
                .map(last -> Answers.at(HttpStatus.NO_CONTENT, last).build());
    }

    private Flux<DeviceSession> active(UUID userId, Position position) {
        return page(userId, false, MOST, null, position)
                .expand(
                        page ->
                                page.nextCursor() == null
                                        ? Mono.empty()
                                        : page(userId, false, MOST, page.nextCursor(), position))
                .flatMapIterable(SessionPage::items);
    }

    private Mono<SessionPage> page(
            UUID userId,
            boolean includeEnded,
            int limit,
            @Nullable String cursor,
            Position position) {
        return queries.ask(
                new SessionsOfUser(userId, includeEnded, limit, cursor),
                SessionPage.class,
                position.value());
    }

    private Mono<Written<@Nullable Object>> revoke(UUID sessionId, Caller caller) {
        return commands.send(new EndSession(sessionId, SessionEnd.REVOKED), caller.actor())
                .doOnSuccess(done -> ended.expect(sessionId, SessionEnd.REVOKED));
    }
}
