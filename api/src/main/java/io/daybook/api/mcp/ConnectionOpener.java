package io.daybook.api.mcp;

import io.daybook.api.mcp.foreign.ForeignAddress;
import io.daybook.api.mcp.foreign.ForeignServers;
import io.daybook.api.mcp.postgres.PostgresAddress;
import io.daybook.api.mcp.postgres.PostgresConnections;
import io.daybook.api.mcp.postgres.PostgresUri;
import io.daybook.messages.connections.ConnectionKind;

import org.jspecify.annotations.Nullable;

import reactor.core.publisher.Mono;

/** Tests and opens connections of every kind from the secret that the vault keeps of them. */
public final class ConnectionOpener {

    /** The secret of a connection to the demonstration database, whose address is a setting. */
    public static final String STORE = "store";

    private final PostgresConnections databases;
    private final ForeignServers servers;
    private final @Nullable String storeUri;

    public ConnectionOpener(
            PostgresConnections databases, ForeignServers servers, @Nullable String storeUri) {
        this.databases = databases;
        this.servers = servers;
        this.storeUri = storeUri;
    }

    /** Whether there is a database of the installation to connect to. */
    public boolean hasStore() {
        return storeUri != null;
    }

    /** Completes when the other end answers as it should; fails with the reason otherwise. */
    public Mono<Void> test(ConnectionKind kind, String secret) {
        return Mono.defer(
                () ->
                        switch (kind) {
                            case POSTGRES -> databases.test(PostgresUri.parse(secret));
                            case STORE -> databases.test(store());
                            case MCP -> servers.test(ForeignAddress.ofSecret(secret));
                        });
    }

    /** A connector that goes there when it is used. */
    public Connector open(ConnectionKind kind, String secret) {
        return switch (kind) {
            case POSTGRES -> databases.open(PostgresUri.parse(secret));
            case STORE -> databases.open(store());
            case MCP -> servers.open(ForeignAddress.ofSecret(secret));
        };
    }

    /** What may be shown of the address. */
    public String server(ConnectionKind kind, String secret) {
        return switch (kind) {
            case POSTGRES -> PostgresUri.parse(secret).server();
            case STORE -> store().server();
            case MCP -> ForeignAddress.ofSecret(secret).server();
        };
    }

    private PostgresAddress store() {
        if (storeUri == null) {
            throw new ToolFailure(
                    "store-not-available",
                    "This Daybook was started without a database of its own.");
        }
        return PostgresUri.parse(storeUri);
    }
}
