package io.daybook.query.connections;

import io.daybook.messages.connections.ConnectionEstablished;
import io.daybook.messages.connections.ConnectionRemoved;
import io.daybook.messages.connections.ConnectionSelected;
import io.daybook.query.audit.past.Feed;
import io.daybook.query.audit.past.Kind;
import io.daybook.query.platform.Projection;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** The projections of this context. */
@Configuration(proxyBeanMethods = false)
public class ConnectionsProjections {

    // Which connection somebody works with: a row of its own, made of events of connections alone.
    private static final Kind<SelectedRow> SELECTION =
            Kind.of(
                            "selections",
                            ConnectionSelected.class,
                            new ConnectionsProjection(),
                            ConnectionsProjection.SELECTED,
                            SelectedRow::ownerId,
                            (row, then) -> row)
                    .fedBy(selections(SelectedRow::ownerId))
                    .erasedWithOwner();

    @Bean
    Projection connectionsProjection() {
        return new ConnectionsProjection();
    }

    /** Connections as they were. */
    @Bean
    Kind<?> connectionsInTime() {
        return Kind.of(
                        "connections",
                        ConnectionEstablished.class,
                        new ConnectionsProjection(),
                        ConnectionsProjection.CONNECTIONS,
                        ConnectionRow::ownerId,
                        (row, then) -> row.connection(isSelected(row, then)))
                .fedBy(selections(ConnectionRow::ownerId))
                .erasedWithOwner();
    }

    private static boolean isSelected(ConnectionRow row, Kind.Then then) {
        SelectedRow selected = then.row(SELECTION, row.ownerId());
        return selected != null && selected.connectionId().equals(row.connectionId());
    }

    private static <R extends Record> Feed<R> selections(Function<R, UUID> owner) {
        return new Feed<>(
                List.of(ConnectionSelected.class, ConnectionRemoved.class), "ownerId", owner);
    }
}
