package io.daybook.api.identity;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

import io.daybook.api.platform.Caller;
import io.daybook.api.platform.Needs;
import io.daybook.api.platform.Permission;
import io.daybook.api.platform.Position;
import io.daybook.api.platform.ProblemException;
import io.daybook.api.platform.Queries;
import io.daybook.messages.identity.Role;
import io.daybook.messages.identity.UserProfile;
import io.daybook.messages.identity.UserProfileById;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import reactor.core.publisher.Mono;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** The caller's own profile. */
@RestController
@RequestMapping("/api/users/me")
final class ProfileEndpoints {

    private final Queries queries;

    ProfileEndpoints(Queries queries) {
        this.queries = queries;
    }

    /** Who the caller is, and what they may do. */
    @GetMapping
    @Needs(Permission.ACCOUNT_OWN)
    Mono<Profile> me(@AuthenticationPrincipal Caller caller, Position position) {
        return queries.ask(
                        new UserProfileById(caller.userId()), UserProfile.class, position.value())
                .map(ProfileEndpoints::profile)
                .switchIfEmpty(
                        Mono.error(
                                () ->
                                        new ProblemException(
                                                HttpStatus.NOT_FOUND,
                                                "not-found",
                                                "This account is not there any more.")));
    }

    private static Profile profile(UserProfile user) {
        return new Profile(
                PersonItem.of(user), permissions(user.role()), user.selectedConnectionId());
    }

    private static List<String> permissions(Role role) {
        return Stream.of(Permission.values())
                .filter(permission -> permission != Permission.PUBLIC && permission.granted(role))
                .map(Permission::key)
                .toList();
    }

    /** A person as clients see themselves. */
    record Profile(
            @JsonUnwrapped PersonItem person,
            List<String> permissions,
            @Nullable UUID selectedConnectionId) {}
}
