package io.daybook.query.identity;

import io.daybook.messages.assistant.FiguresOfUser;
import io.daybook.messages.audit.SystemOverview;
import io.daybook.messages.identity.SessionEnded;
import io.daybook.messages.identity.SessionEvent;
import io.daybook.messages.identity.SessionRefreshed;
import io.daybook.messages.identity.SessionStarted;
import io.daybook.messages.identity.SessionsOfUser;
import io.daybook.query.platform.Batch;
import io.daybook.query.platform.Erased;
import io.daybook.query.platform.Projection;
import io.daybook.query.platform.Table;

import org.axonframework.eventhandling.EventMessage;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Remembers who is signed in where. */
final class SessionsProjection implements Projection {

    static final Table<SessionRow> SESSIONS = Table.of("sessions", SessionRow.class);

    @Override
    public String name() {
        return "sessions";
    }

    @Override
    public String description() {
        return "Every sign-in on every device, open or ended.";
    }

    @Override
    public List<Table<?>> tables() {
        return List.of(SESSIONS);
    }

    @Override
    public Set<Class<?>> queries() {
        return Set.of(SessionsOfUser.class, FiguresOfUser.class, SystemOverview.class);
    }

    @Override
    public Set<Class<?>> events() {
        return Set.of(SessionEvent.class);
    }

    @Override
    public void apply(EventMessage<?> event, long position, Batch batch) {
        UUID erased = Erased.person(event);
        if (erased != null) {
            batch.forgetWhere(SESSIONS, "user_id", erased);
        }
        switch (event.getPayload()) {
            case SessionStarted e ->
                    batch.change(
                            SESSIONS,
                            e.sessionId(),
                            none ->
                                    new SessionRow(
                                            e.sessionId(),
                                            e.userId(),
                                            e.device(),
                                            e.browser(),
                                            e.operatingSystem(),
                                            e.address(),
                                            event.getTimestamp(),
                                            event.getTimestamp(),
                                            e.expiresAt(),
                                            null,
                                            null));
            case SessionRefreshed e ->
                    change(
                            batch,
                            e.sessionId(),
                            row -> row.seen(event.getTimestamp(), e.expiresAt()));
            case SessionEnded e ->
                    change(
                            batch,
                            e.sessionId(),
                            row -> row.ended(event.getTimestamp(), e.reason().name()));
            default -> {
                // Nothing that a list of sessions shows.
            }
        }
    }

    private static void change(Batch batch, UUID session, UnaryOperator<SessionRow> change) {
        batch.change(
                SESSIONS,
                session,
                (@Nullable SessionRow row) -> row == null ? null : change.apply(row));
    }
}
