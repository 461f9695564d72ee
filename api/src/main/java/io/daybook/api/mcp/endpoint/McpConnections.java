package io.daybook.api.mcp.endpoint;

import io.daybook.api.mcp.ToolFailure;
import io.daybook.messages.connections.ConnectionKind;
import io.daybook.messages.connections.DatabaseConnection;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** A person's connections as names that agents can use. */
final class McpConnections {

    /** What clients take as the name of a tool. */
    static final int LONGEST_NAME = 64;

    private static final int LONGEST_PREFIX = 24;

    private final List<DatabaseConnection> connections;

    McpConnections(List<DatabaseConnection> connections) {
        this.connections = connections;
    }

    /** The names of the databases; where two are alike, or one has none, identifiers. */
    List<String> databaseNames() {
        return databases().map(this::name).toList();
    }

    /**
     * The database that is meant: by name or identifier, else the selected one, else the only one.
     */
    UUID database(@Nullable Object named) {
        List<DatabaseConnection> databases = databases().toList();
        if (named != null) {
            return databases.stream()
                    .filter(connection -> means(connection, named.toString()))
                    .findFirst()
                    .orElseThrow(
                            () ->
                                    new ToolFailure(
                                            "connection-not-found",
                                            "There is no database connection named "
                                                    + named
                                                    + ". There are: "
                                                    + String.join(", ", databaseNames())))
                    .connectionId();
        }
        return databases.stream()
                .filter(DatabaseConnection::selected)
                .findFirst()
                .or(
                        () ->
                                databases.size() == 1
                                        ? Optional.of(databases.getFirst())
                                        : Optional.empty())
                .orElseThrow(
                        () ->
                                new ToolFailure(
                                        "invalid-arguments",
                                        databases.isEmpty()
                                                ? "No database is connected."
                                                : "Say which connection: "
                                                        + String.join(", ", databaseNames())))
                .connectionId();
    }

    /** The foreign servers by what stands before the names of their tools. */
    Map<String, UUID> prefixes() {
        Map<String, UUID> prefixes = new LinkedHashMap<>();
        connections.stream()
                .filter(connection -> connection.kind() == ConnectionKind.MCP)
                .forEach(
                        connection -> {
                            String slug =
                                    slug(Objects.requireNonNullElse(connection.name(), "mcp"));
                            String prefix = slug + "__";
                            for (int n = 2; prefixes.containsKey(prefix); n++) {
                                prefix = slug + n + "__";
                            }
                            prefixes.put(prefix, connection.connectionId());
                        });
        return prefixes;
    }

    /** A tool of a foreign server. */
    record Foreign(UUID connectionId, String tool) {}

    Foreign foreign(String name) {
        return prefixes().entrySet().stream()
                .filter(entry -> name.startsWith(entry.getKey()))
                .findFirst()
                .map(
                        entry ->
                                new Foreign(
                                        entry.getValue(), name.substring(entry.getKey().length())))
                .orElseThrow(
                        () -> new ToolFailure("no-such-tool", "There is no tool " + name + "."));
    }

    private Stream<DatabaseConnection> databases() {
        return connections.stream().filter(connection -> connection.kind() != ConnectionKind.MCP);
    }

    private String name(DatabaseConnection connection) {
        String name = connection.name();
        boolean clear =
                name != null && databases().filter(other -> name.equals(other.name())).count() == 1;
        return clear ? Objects.requireNonNull(name) : connection.connectionId().toString();
    }

    private boolean means(DatabaseConnection connection, String named) {
        return named.equals(connection.connectionId().toString())
                || named.equalsIgnoreCase(name(connection));
    }

    private static String slug(String name) {
        String slug =
                name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_").replaceAll("^_|_$", "");
        String some = slug.isEmpty() ? "mcp" : slug;
        return some.substring(0, Math.min(some.length(), LONGEST_PREFIX));
    }
}
