package io.daybook.api.connections;

import io.daybook.api.mcp.ConnectionOpener;
import io.daybook.api.mcp.foreign.ForeignAddress;
import io.daybook.api.platform.ProblemException;
import io.daybook.messages.connections.ConnectionKind;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

import java.util.Objects;

/**
 * What a person wants to connect.
 *
 * @param name what they call it; made of the address when absent
 * @param uri the address of a PostgreSQL database, with user and password
 * @param url the address of an MCP server
 * @param bearer the token of an MCP server
 */
record NewConnection(
        @Nullable String name,
        @Nullable String kind,
        @Nullable String uri,
        @Nullable String url,
        @Nullable String bearer) {

    private static final int LONGEST_NAME = 80;

    ConnectionKind wanted() {
        return switch (Objects.requireNonNullElse(kind, "")) {
            case "postgres" -> ConnectionKind.POSTGRES;
            case "mcp" -> ConnectionKind.MCP;
            case "store" -> ConnectionKind.STORE;
            default ->
                    throw new ProblemException(
                            HttpStatus.UNPROCESSABLE_CONTENT,
                            "connection-kind",
                            "The kind of a connection is one of postgres, mcp, store.");
        };
    }

    /** Everything that is needed to go there, for the vault. */
    String secret() {
        return switch (wanted()) {
            case POSTGRES -> Objects.requireNonNullElse(uri, "").strip();
            case MCP -> ForeignAddress.parse(Objects.requireNonNullElse(url, ""), bearer).secret();
            case STORE -> ConnectionOpener.STORE;
        };
    }

    /** The name given, or one made of the address. */
    String nameOr(String server) {
        if (name != null && !name.isBlank()) {
            return name.strip();
        }
        String made =
                switch (wanted()) {
                    case POSTGRES -> server.substring(server.lastIndexOf('/') + 1);
                    case MCP -> server.replaceFirst("^https?://", "");
                    case STORE -> "Our database";
                };
        return made.length() > LONGEST_NAME ? made.substring(0, LONGEST_NAME) : made;
    }

    /** Holds a password. */
    @Override
    public String toString() {
        return "NewConnection[kind=" + kind + "]";
    }
}
