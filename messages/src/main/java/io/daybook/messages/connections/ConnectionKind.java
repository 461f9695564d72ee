package io.daybook.messages.connections;

/** What stands at the other end of a connection. */
public enum ConnectionKind {
    /** A PostgreSQL database reached by its URI. */
    POSTGRES,
    /** A foreign MCP server reached over streamable HTTP. */
    MCP,
    /** The database that the installation offers. */
    STORE
}
