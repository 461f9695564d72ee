package io.daybook.platform.demo;

import io.daybook.platform.postgres.EmbeddedPostgres;
import io.daybook.platform.postgres.PasswordFile;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;

/**
 * Fills a second database with two years of a retailer's sales, a few hundred thousand rows, and
 * gives it a reader who can do nothing else. The same day always gives the same rows.
 */
public final class DemoDatabase {

    private static final String NAME = "demo";
    private static final String READER = "demo_reader";

    /** Questions about "last month" should have an answer: older data is made anew. */
    private static final int FRESH_DAYS = 31;

    private final String server;
    private final String user;
    private final String password;

    /**
     * The demonstration database of a server.
     *
     * @param server host and port
     * @param user a role that may create databases and roles
     * @param password that role's password
     */
    public DemoDatabase(String server, String user, String password) {
        this.server = server;
        this.user = user;
        this.password = password;
    }

    /**
     * Makes the database in the embedded server unless it is there and fresh.
     *
     * @param dataFolder where the reader's password is kept
     * @param today the day after the last one that has sales
     * @return the URI to connect to it as its reader
     */
    public static String prepare(EmbeddedPostgres postgres, Path dataFolder, LocalDate today) {
        try {
            String readerPassword = PasswordFile.read(dataFolder.resolve("demo-password"));
            String server = "%s:%d".formatted(postgres.host(), postgres.port());
            return new DemoDatabase(server, postgres.user(), postgres.password())
                    .prepare(readerPassword, today);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Makes database and reader unless they are there and fresh; the URI to connect as reader. */
    public String prepare(String readerPassword, LocalDate today) {
        try {
            makeReader(readerPassword);
            if (!isFresh(today)) {
                make(today);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(
                    "The demonstration database cannot be made on %s: %s"
                            .formatted(server, failed.getMessage()),
                    failed);
        }
        return "postgresql://%s:%s@%s/%s".formatted(READER, readerPassword, server, NAME);
    }

    private void makeReader(String readerPassword) throws SQLException {
        try (Connection connection = connect("postgres");
                Statement statement = connection.createStatement()) {
            if (!exists(statement, "select from pg_roles where rolname = '" + READER + "'")) {
                statement.execute("create role " + READER + " login connection limit 40");
            }
            statement.execute(
                    "alter role %s nosuperuser nocreatedb nocreaterole noreplication password %s"
                            .formatted(READER, statement.enquoteLiteral(readerPassword)));
            statement.execute("alter role " + READER + " set default_transaction_read_only = on");
            statement.execute("alter role " + READER + " set statement_timeout = '60s'");
        }
    }

    private boolean isFresh(LocalDate today) throws SQLException {
        try (Connection connection = connect("postgres");
                Statement statement = connection.createStatement()) {
            if (!exists(statement, "select from pg_database where datname = '" + NAME + "'")) {
                return false;
            }
        }
        try (Connection connection = connect(NAME);
                Statement statement = connection.createStatement()) {
            return exists(statement, "select from pg_tables where tablename = 'orders'")
                    && exists(
                            statement,
                            "select from orders having max(ordered_at) >= date '%s'"
                                    .formatted(today.minusDays(FRESH_DAYS)));
        }
    }

    private void make(LocalDate today) throws SQLException {
        try (Connection connection = connect("postgres");
                Statement statement = connection.createStatement()) {
            statement.execute("drop database if exists " + NAME + " with (force)");
            statement.execute("create database " + NAME);
            statement.execute("revoke all on database " + NAME + " from public");
            statement.execute("grant connect on database " + NAME + " to " + READER);
        }
        try (Connection connection = connect(NAME);
                Statement statement = connection.createStatement()) {
            // one transaction: a crash in the middle leaves an empty database, which is not fresh
            connection.setAutoCommit(false);
            statement.execute(
                    "set local timezone = 'UTC'; set local work_mem = '64MB'; set local jit = off");
            statement.execute(script("tables.sql"));
            statement.execute(script("rows.sql").replace("${today}", today.toString()));
            statement.execute(script("finish.sql"));
            statement.execute("revoke all on schema public from public");
            statement.execute("grant usage on schema public to " + READER);
            statement.execute("grant select on all tables in schema public to " + READER);
            connection.commit();
            connection.setAutoCommit(true);
            // written out now, not when somebody waits for the server to stop
            statement.execute("checkpoint");
        }
    }

    private Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://%s/%s".formatted(server, database), user, password);
    }

    private static boolean exists(Statement statement, String question) throws SQLException {
        try (ResultSet found = statement.executeQuery(question)) {
            return found.next();
        }
    }

    private static String script(String name) {
        try (InputStream script = DemoDatabase.class.getResourceAsStream(name)) {
            if (script == null) {
                throw new IllegalStateException(name + " is not on the class path");
            }
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
