package io.daybook.platform.postgres;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * An empty database for one test, on a server that all tests of this JVM share and that ends with
 * it.
 *
 * @param host where the server listens
 * @param port where the server listens
 * @param name name of the database
 * @param user its owner, a superuser of the server
 * @param password the owner's password
 */
public record TestDatabase(String host, int port, String name, String user, String password) {

    private static final AtomicInteger COUNT = new AtomicInteger();

    /** A new database with nothing in it. */
    public static TestDatabase create() {
        EmbeddedPostgres server = TestServer.shared();
        String name = "test_" + COUNT.incrementAndGet();
        server.createDatabase(name);
        return new TestDatabase(
                server.host(), server.port(), name, server.user(), server.password());
    }

    /** The address for JDBC, without user and password. */
    public String jdbcUrl() {
        return "jdbc:postgresql://%s:%d/%s".formatted(host, port, name);
    }

    /** The address for R2DBC, without user and password. */
    public String r2dbcUrl() {
        return "r2dbc:postgresql://%s:%d/%s".formatted(host, port, name);
    }

    /** The address as people write it, with user and password. */
    public String uri() {
        return "postgresql://%s:%s@%s:%d/%s".formatted(user, password, host, port, name);
    }
}
