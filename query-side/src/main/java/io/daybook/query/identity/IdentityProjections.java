package io.daybook.query.identity;

import io.daybook.messages.connections.ConnectionRemoved;
import io.daybook.messages.connections.ConnectionSelected;
import io.daybook.messages.identity.SessionStarted;
import io.daybook.messages.identity.UserRegistered;
import io.daybook.query.audit.past.Feed;
import io.daybook.query.audit.past.Kind;
import io.daybook.query.platform.Projection;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.util.List;

/** The projections of this context. */
@Configuration(proxyBeanMethods = false)
public class IdentityProjections {

    @Bean
    Projection usersProjection() {
        return new UsersProjection();
    }

    @Bean
    Projection sessionsProjection() {
        return new SessionsProjection();
    }

    /** People as they were. */
    @Bean
    Kind<?> usersInTime() {
        return Kind.of(
                        "users",
                        UserRegistered.class,
                        new UsersProjection(),
                        UsersProjection.USERS,
                        UserRow::userId,
                        (row, then) -> row.profile())
                .fedBy(
                        new Feed<>(
                                List.of(ConnectionSelected.class, ConnectionRemoved.class),
                                "ownerId",
                                UserRow::userId));
    }

    /** Sessions as they were. */
    @Bean
    Kind<?> sessionsInTime() {
        return Kind.of(
                        "sessions",
                        SessionStarted.class,
                        new SessionsProjection(),
                        SessionsProjection.SESSIONS,
                        SessionRow::userId,
                        (row, then) -> row.session())
                .erasedWithOwner()
                .overWhen(SessionRow::overAt);
    }
}
