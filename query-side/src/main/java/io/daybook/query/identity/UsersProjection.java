package io.daybook.query.identity;

import io.daybook.messages.audit.AuditEntries;
import io.daybook.messages.audit.AuditTrailOf;
import io.daybook.messages.audit.HistoryOfThing;
import io.daybook.messages.audit.SystemOverview;
import io.daybook.messages.audit.ThingsAsOf;
import io.daybook.messages.connections.ConnectionEvent;
import io.daybook.messages.connections.ConnectionRemoved;
import io.daybook.messages.connections.ConnectionSelected;
import io.daybook.messages.identity.EmailVerified;
import io.daybook.messages.identity.SetupState;
import io.daybook.messages.identity.UserErased;
import io.daybook.messages.identity.UserErasureRequested;
import io.daybook.messages.identity.UserEvent;
import io.daybook.messages.identity.UserProfileById;
import io.daybook.messages.identity.UserRegistered;
import io.daybook.messages.identity.UsersMatching;
import io.daybook.query.platform.Batch;
import io.daybook.query.platform.Projection;
import io.daybook.query.platform.Table;

import org.axonframework.eventhandling.EventMessage;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Remembers who people are. */
final class UsersProjection implements Projection {

    static final Table<UserRow> USERS = Table.of("users", UserRow.class);

    @Override
    public String name() {
        return "users";
    }

    @Override
    public String description() {
        return "Everybody who has an account, with role and profile.";
    }

    @Override
    public List<Table<?>> tables() {
        return List.of(USERS);
    }

    @Override
    public Set<Class<?>> queries() {
        return Set.of(
                UserProfileById.class,
                SetupState.class,
                UsersMatching.class,
                AuditEntries.class,
                AuditTrailOf.class,
                SystemOverview.class,
                HistoryOfThing.class,
                ThingsAsOf.class);
    }

    @Override
    public Set<Class<?>> events() {
        return Set.of(UserEvent.class, ConnectionEvent.class);
    }

    @Override
    public void apply(EventMessage<?> event, long position, Batch batch) {
        switch (event.getPayload()) {
            case UserRegistered e ->
                    batch.change(
                            USERS,
                            e.userId(),
                            none ->
                                    new UserRow(
                                            e.userId(),
                                            e.email(),
                                            e.fullName(),
                                            e.username(),
                                            e.role().name(),
                                            false,
                                            event.getTimestamp(),
                                            null));
            case EmailVerified e -> change(batch, e.userId(), UserRow::verified);
            case ConnectionSelected e ->
                    change(batch, e.ownerId(), row -> row.withSelected(e.connectionId()));
            case ConnectionRemoved e ->
                    change(
                            batch,
                            e.ownerId(),
                            row ->
                                    e.connectionId().equals(row.selectedConnection())
                                            ? row.withSelected(null)
                                            : row);
            case UserErasureRequested e -> batch.change(USERS, e.userId(), row -> null);
            case UserErased e -> batch.change(USERS, e.userId(), row -> null);
            default -> {
                // Nothing that a user's profile shows.
            }
        }
    }

    private static void change(Batch batch, UUID user, UnaryOperator<UserRow> change) {
        batch.change(
                USERS, user, (@Nullable UserRow row) -> row == null ? null : change.apply(row));
    }
}
