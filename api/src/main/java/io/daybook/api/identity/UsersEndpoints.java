package io.daybook.api.identity;

import io.daybook.api.platform.Needs;
import io.daybook.api.platform.Page;
import io.daybook.api.platform.Permission;
import io.daybook.api.platform.Position;
import io.daybook.api.platform.Queries;
import io.daybook.messages.identity.UserPage;
import io.daybook.messages.identity.UserProfile;
import io.daybook.messages.identity.UsersMatching;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import reactor.core.publisher.Mono;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/** Everybody with an account, for administrators. */
@RestController
@RequestMapping("/api/users")
final class UsersEndpoints {

    private final Queries queries;

    UsersEndpoints(Queries queries) {
        this.queries = queries;
    }

    /** The newest first; {@code q} looks into names, usernames and addresses. */
    @GetMapping
    @Needs(Permission.USERS_MANAGE)
    Mono<Page<Person>> list(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(defaultValue = Page.DEFAULT_LIMIT) int limit,
            @RequestParam(required = false) @Nullable String cursor,
            Position position) {
        return queries.ask(
                        new UsersMatching(
                                q == null ? null : q.strip(),
                                Math.clamp(limit, 1, Page.MAX_LIMIT),
                                cursor),
                        UserPage.class,
                        position.value())
                .map(
                        page ->
                                new Page<>(
                                        page.items().stream().map(Person::of).toList(),
                                        page.nextCursor()));
    }

    /** One person. */
    record Person(
            UUID id,
            @Nullable String email,
            @Nullable String fullName,
            @Nullable String username,
            String role,
            boolean emailVerified,
            Instant createdAt) {

        static Person of(UserProfile user) {
            return new Person(
                    user.userId(),
                    user.email(),
                    user.fullName(),
                    user.username(),
                    user.role().name().toLowerCase(Locale.ROOT),
                    user.emailVerified(),
                    user.createdAt());
        }
    }
}
