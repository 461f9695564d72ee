package io.daybook.api.mcp.postgres;

import io.daybook.messages.Secret;
import io.daybook.platform.postgres.TestDatabase;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** A small database with a role that can only read, one that can write and one above all. */
public final class SampleShop {

    private final TestDatabase database;
    private final String reader;
    private final String writer;

    private SampleShop(TestDatabase database) {
        this.database = database;
        this.reader = database.name() + "_reader";
        this.writer = database.name() + "_writer";
    }

    /** A new one. */
    public static SampleShop create() {
        SampleShop shop = new SampleShop(TestDatabase.create());
        shop.sql(
                """
                CREATE TABLE customer (id int PRIMARY KEY, name text NOT NULL);
                COMMENT ON TABLE customer IS 'Who buys';
                CREATE TABLE purchase (id bigint PRIMARY KEY, customer_id int NOT NULL REFERENCES customer,
                  amount numeric(10,2), bought_at timestamptz, day date, paid boolean, extra jsonb);
                INSERT INTO customer SELECT n, 'Customer ' || n FROM generate_series(1, 50) n;
                INSERT INTO purchase SELECT n, n %% 50 + 1, n * 1.25, '2025-01-01 12:00:00+00'::timestamptz + n * interval '1 hour',
                  '2025-01-01'::date + n, n %% 2 = 0, jsonb_build_object('n', n) FROM generate_series(1, 1000) n;
                CREATE SEQUENCE counter;
                ANALYZE;
                CREATE ROLE %1$s LOGIN PASSWORD 'read only';
                GRANT SELECT ON ALL TABLES IN SCHEMA public TO %1$s;
                CREATE ROLE %2$s LOGIN PASSWORD 'writes';
                GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO %2$s;
                GRANT USAGE ON SEQUENCE counter TO %1$s, %2$s;
                GRANT CONNECT ON DATABASE %3$s TO PUBLIC;
                """
                        .formatted(shop.reader, shop.writer, shop.database.name()));
        return shop;
    }

    /** Says something as the owner of the server. */
    public void sql(String text) {
        try (Connection connection =
                        DriverManager.getConnection(
                                database.jdbcUrl(), database.user(), database.password());
                Statement statement = connection.createStatement()) {
            statement.execute(text);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Asks for one number as the owner of the server. */
    public long number(String query) {
        try (Connection connection =
                        DriverManager.getConnection(
                                database.jdbcUrl(), database.user(), database.password());
                Statement statement = connection.createStatement();
                var answer = statement.executeQuery(query)) {
            answer.next();
            return answer.getLong(1);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    public TestDatabase database() {
        return database;
    }

    public String readerRole() {
        return reader;
    }

    public String writerRole() {
        return writer;
    }

    public PostgresAddress reader() {
        return as(reader, "read only");
    }

    public PostgresAddress writer() {
        return as(writer, "writes");
    }

    public PostgresAddress superuser() {
        return as(database.user(), database.password());
    }

    /** The address of the reader as people write it. */
    public String readerUri() {
        return "postgresql://%s:read%%20only@%s:%d/%s"
                .formatted(reader, database.host(), database.port(), database.name());
    }

    public PostgresAddress as(String user, String password) {
        return new PostgresAddress(
                database.host(),
                database.port(),
                database.name(),
                user,
                new Secret(password),
                TlsMode.PREFER,
                null);
    }
}
