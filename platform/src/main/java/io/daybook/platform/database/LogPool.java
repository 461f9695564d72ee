package io.daybook.platform.database;

import com.zaxxer.hikari.HikariDataSource;

/**
 * Connections for single statements on the event log. They are nobody else's: were they taken from
 * the pool of the transactions, sixteen of those could wait for the lock of an aggregate whose
 * holder waits for a connection.
 */
public record LogPool(HikariDataSource source) implements AutoCloseable {

    @Override
    public void close() {
        source.close();
    }
}
