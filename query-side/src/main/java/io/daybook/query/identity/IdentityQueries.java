package io.daybook.query.identity;

import static io.daybook.query.platform.Rows.at;
import static io.daybook.query.platform.Rows.atOrNull;
import static io.daybook.query.platform.Rows.get;
import static io.daybook.query.platform.Rows.id;
import static io.daybook.query.platform.Rows.need;
import static io.daybook.query.platform.Rows.text;

import io.daybook.messages.identity.DeviceSession;
import io.daybook.messages.identity.Role;
import io.daybook.messages.identity.SessionEnd;
import io.daybook.messages.identity.SessionPage;
import io.daybook.messages.identity.SessionsOfUser;
import io.daybook.messages.identity.SetupState;
import io.daybook.messages.identity.UserPage;
import io.daybook.messages.identity.UserProfile;
import io.daybook.messages.identity.UserProfileById;
import io.daybook.messages.identity.UsersMatching;
import io.daybook.query.platform.Cursor;
import io.daybook.query.platform.Rows;
import io.r2dbc.spi.Readable;

import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** Answers who people are and where they are signed in. */
public final class IdentityQueries {

    private final Rows rows;

    public IdentityQueries(Rows rows) {
        this.rows = rows;
    }

    @QueryHandler
    CompletableFuture<@Nullable UserProfile> answer(UserProfileById query) {
        return rows.first(
                "select * from read.users where user_id = :user",
                Map.of("user", query.userId()),
                IdentityQueries::user);
    }

    @QueryHandler
    CompletableFuture<UserPage> answer(UsersMatching query) {
        String text = query.text();
        String sql =
                """
                select * from read.users
                where user_id < :before
                  and position(lower(:text) in lower(concat_ws(' ', full_name, username, email))) > 0
                order by user_id desc limit :limit
                """;
        return rows.list(
                        sql,
                        Map.of(
                                "before",
                                Cursor.before(query.cursor()),
                                "text",
                                text == null ? "" : text,
                                "limit",
                                query.limit() + 1),
                        IdentityQueries::user)
                .thenApply(
                        found ->
                                new UserPage(
                                        Cursor.page(found, query.limit()),
                                        Cursor.next(found, query.limit(), UserProfile::userId)));
    }

    /** Whether the first administrator is still missing. */
    @QueryHandler
    CompletableFuture<@Nullable Boolean> answer(SetupState query) {
        return rows.first(
                "select not exists (select 1 from read.users where role = 'ADMIN') as missing",
                Map.of(),
                row -> need(row, "missing", Boolean.class));
    }

    @QueryHandler
    CompletableFuture<SessionPage> answer(SessionsOfUser query) {
        String sql =
                """
                select * from read.sessions
                where user_id = :user and session_id < :before and (:ended or (ended_at is null and expires_at > now()))
                order by session_id desc limit :limit
                """;
        return rows.list(
                        sql,
                        Map.of(
                                "user", query.userId(),
                                "before", Cursor.before(query.cursor()),
                                "ended", query.includeEnded(),
                                "limit", query.limit() + 1),
                        IdentityQueries::session)
                .thenApply(
                        found ->
                                new SessionPage(
                                        Cursor.page(found, query.limit()),
                                        Cursor.next(
                                                found, query.limit(), DeviceSession::sessionId)));
    }

    private static UserProfile user(Readable row) {
        return new UserProfile(
                id(row, "user_id"),
                text(row, "email"),
                text(row, "full_name"),
                text(row, "username"),
                Role.valueOf(need(row, "role", String.class)),
                need(row, "email_verified", Boolean.class),
                at(row, "created_at"),
                get(row, "selected_connection", UUID.class));
    }

    private static DeviceSession session(Readable row) {
        String reason = text(row, "end_reason");
        return new DeviceSession(
                id(row, "session_id"),
                id(row, "user_id"),
                text(row, "device"),
                text(row, "browser"),
                text(row, "operating_system"),
                text(row, "address"),
                at(row, "created_at"),
                at(row, "last_seen_at"),
                at(row, "expires_at"),
                atOrNull(row, "ended_at"),
                reason == null ? null : SessionEnd.valueOf(reason));
    }
}
