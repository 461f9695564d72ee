package io.daybook.query.connections;

import io.daybook.messages.assistant.FiguresOfUser;
import io.daybook.messages.assistant.RunById;
import io.daybook.messages.assistant.RunsOfUser;
import io.daybook.messages.connections.ConnectionById;
import io.daybook.messages.connections.ConnectionEstablished;
import io.daybook.messages.connections.ConnectionEvent;
import io.daybook.messages.connections.ConnectionLost;
import io.daybook.messages.connections.ConnectionRemoved;
import io.daybook.messages.connections.ConnectionRestored;
import io.daybook.messages.connections.ConnectionSelected;
import io.daybook.messages.connections.ConnectionStatus;
import io.daybook.messages.connections.ConnectionsOfUser;
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

/** Every connection with its state, and which one each person works with. */
final class ConnectionsProjection implements Projection {

    static final Table<ConnectionRow> CONNECTIONS = Table.of("connections", ConnectionRow.class);
    static final Table<SelectedRow> SELECTED = Table.of("selected_connections", SelectedRow.class);

    @Override
    public String name() {
        return "connections";
    }

    @Override
    public String description() {
        return "Every connection with its state, and which one each person works with.";
    }

    @Override
    public List<Table<?>> tables() {
        return List.of(CONNECTIONS, SELECTED);
    }

    @Override
    public Set<Class<?>> queries() {
        return Set.of(
                ConnectionsOfUser.class,
                ConnectionById.class,
                FiguresOfUser.class,
                RunsOfUser.class,
                RunById.class);
    }

    @Override
    public Set<Class<?>> events() {
        return Set.of(ConnectionEvent.class);
    }

    @Override
    public void apply(EventMessage<?> event, long position, Batch batch) {
        UUID erased = Erased.person(event);
        if (erased != null) {
            batch.forgetWhere(CONNECTIONS, "owner_id", erased);
            batch.forgetWhere(SELECTED, "owner_id", erased);
        }
        if (event.getPayload() instanceof ConnectionEvent happened) {
            switch (happened) {
                case ConnectionEstablished e ->
                        batch.change(
                                CONNECTIONS,
                                e.connectionId(),
                                none ->
                                        new ConnectionRow(
                                                e.connectionId(),
                                                e.ownerId(),
                                                e.name(),
                                                e.kind().name(),
                                                ConnectionStatus.CONNECTED.name(),
                                                null,
                                                event.getTimestamp(),
                                                e.server(),
                                                e.secretRef(),
                                                event.getTimestamp()));
                case ConnectionLost e ->
                        change(batch, e.connectionId(), row -> row.lost(e.reason()));
                case ConnectionRestored e ->
                        change(batch, e.connectionId(), row -> row.restored(event.getTimestamp()));
                case ConnectionSelected e ->
                        batch.change(
                                SELECTED,
                                e.ownerId(),
                                any -> new SelectedRow(e.ownerId(), e.connectionId()));
                case ConnectionRemoved e -> {
                    batch.change(CONNECTIONS, e.connectionId(), row -> null);
                    batch.change(
                            SELECTED,
                            e.ownerId(),
                            row ->
                                    row == null || row.connectionId().equals(e.connectionId())
                                            ? null
                                            : row);
                }
            }
        }
    }

    private static void change(Batch batch, UUID connection, UnaryOperator<ConnectionRow> change) {
        batch.change(
                CONNECTIONS,
                connection,
                (@Nullable ConnectionRow row) -> row == null ? null : change.apply(row));
    }
}
