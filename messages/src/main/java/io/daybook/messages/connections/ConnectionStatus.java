package io.daybook.messages.connections;

/** How a connection fares. */
public enum ConnectionStatus {
    /** It answered when it was last used. */
    CONNECTED,
    /** It answers, but not always. */
    DEGRADED,
    /** It does not answer. */
    DISCONNECTED
}
