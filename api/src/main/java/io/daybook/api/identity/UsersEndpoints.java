package io.daybook.api.identity;

import io.daybook.api.platform.Needs;
import io.daybook.api.platform.Page;
import io.daybook.api.platform.Permission;
import io.daybook.api.platform.Position;
import io.daybook.api.platform.Queries;
import io.daybook.messages.identity.UserPage;
import io.daybook.messages.identity.UsersMatching;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import reactor.core.publisher.Mono;

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
    Mono<Page<PersonItem>> list(
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
                                        page.items().stream().map(PersonItem::of).toList(),
                                        page.nextCursor()));
    }
}
