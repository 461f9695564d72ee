package io.daybook.api.mcp.postgres;

import io.daybook.messages.Secret;

import org.jspecify.annotations.Nullable;

/**
 * Where a PostgreSQL database is and who enters it.
 *
 * @param tls how the way to it is protected
 * @param schema first on the search path, where the address names one
 */
public record PostgresAddress(
        String host,
        int port,
        String database,
        String user,
        Secret password,
        TlsMode tls,
        @Nullable String schema) {

    /** What may be shown and recorded of it: no user, no password. */
    public String server() {
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + port + "/" + database;
    }
}
