package io.daybook.platform.postgres;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/**
 * A PostgreSQL server that belongs to this process, with its data in a folder.
 *
 * <p>One living process owns the folder. A server that outlived its owner (kill -9) is taken over
 * as it runs when it is fit for that, else stopped and started again. The port is kept from start
 * to start while it is free, since connections that people stored name it.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    private static final String HOST = Ports.HOST;
    static final String USER = "daybook";
    private static final String DATABASE = "postgres";
    private static final int ATTEMPTS = 5;

    private final Path folder;
    private final Path cluster;
    private final Programs programs;
    private final ServerSettings settings;
    private final FolderLock lock;
    private final String password;
    private int port;
    private boolean closed;
    private @Nullable Watch watch;

    private EmbeddedPostgres(
            Path folder, Programs programs, ServerSettings settings, FolderLock lock)
            throws IOException {
        this.folder = folder;
        this.cluster = folder.resolve("cluster");
        this.programs = programs;
        this.settings = settings;
        this.lock = lock;
        this.password = PasswordFile.read(folder.resolve("password"));
    }

    /**
     * Starts the server on {@code dataFolder/postgres}, which is made when it is not there.
     *
     * @throws PostgresNotStarted when the folder is another process's or the machine will not run
     *     it
     */
    public static EmbeddedPostgres start(Path dataFolder) {
        return start(dataFolder, ServerSettings.KEPT);
    }

    static EmbeddedPostgres start(Path dataFolder, ServerSettings settings) {
        Path folder = dataFolder.toAbsolutePath().normalize().resolve("postgres");
        FolderLock lock = null;
        try {
            privateFolder(folder);
            lock = taken(dataFolder, folder.resolve("lock"));
            Path binaries = Binaries.unpacked(dataFolder.toAbsolutePath());
            Programs programs = new Programs(binaries, folder.resolve("cluster"));
            EmbeddedPostgres postgres = new EmbeddedPostgres(folder, programs, settings, lock);
            postgres.open();
            postgres.keepAlive();
            return postgres;
        } catch (IOException | RuntimeException failed) {
            if (lock != null) {
                lock.close();
            }
            if (failed instanceof PostgresNotStarted told) {
                throw told;
            }
            throw new PostgresNotStarted(
                    "PostgreSQL cannot use the folder %s: %s".formatted(folder, failed), failed);
        }
    }

    private static FolderLock taken(Path dataFolder, Path file) throws IOException {
        Optional<FolderLock> lock = FolderLock.tryTake(file);
        return lock.orElseThrow(
                () ->
                        new PostgresNotStarted(
                                "The data folder %s is in use by another Daybook (%s): stop that one, or set DAYBOOK_DATA to another folder."
                                        .formatted(
                                                dataFolder.toAbsolutePath().normalize(),
                                                FolderLock.owner(file))));
    }

    private void open() throws IOException {
        if (!Files.isDirectory(cluster)) {
            programs.initialise(USER, folder.resolve("password"));
        }
        Optional<PostmasterFile> left = PostmasterFile.read(cluster);
        if (left.filter(server -> server.serves(cluster)).isPresent()) {
            port = left.get().port();
            if (takenOver()) {
                return;
            }
            programs.stop("immediate");
        }
        // whatever is left in it now is of a server that is no more
        Files.deleteIfExists(cluster.resolve(PostmasterFile.NAME));
        startServer();
    }

    /**
     * Whether the survivor answers and runs as we would run it; nobody else's work goes on in it.
     */
    private boolean takenOver() throws IOException {
        if (!settings.configuration(port).equals(Files.readString(configuration()))) {
            return false;
        }
        try (Connection connection =
                        DriverManager.getConnection(jdbcUrl(DATABASE), USER, password);
                Statement statement = connection.createStatement()) {
            statement.execute(
                    """
                    select pg_terminate_backend(pid, 5000) from pg_stat_activity
                    where backend_type = 'client backend' and pid <> pg_backend_pid()
                    """);
            return true;
        } catch (SQLException unfit) {
            return false;
        }
    }

    private void startServer() throws IOException {
        for (int attempt = 1; ; attempt++) {
            port = settings.durable() ? Ports.kept(portFile()) : Ports.any();
            Files.writeString(configuration(), settings.configuration(port));
            try {
                programs.start();
                Files.writeString(portFile(), Integer.toString(port));
                return;
            } catch (PostgresNotStarted failed) {
                // somebody may have taken the port between our look and the server's
                if (attempt == ATTEMPTS || Ports.isFree(port)) {
                    throw failed;
                }
            }
        }
    }

    // A server for a test is thrown away, and with it whatever became of it.
    private synchronized void keepAlive() {
        if (settings.durable()) {
            watch = new Watch(this::startsAgain);
        }
    }

    private synchronized boolean startsAgain() throws IOException {
        boolean serves =
                PostmasterFile.read(cluster).filter(server -> server.serves(cluster)).isPresent();
        if (closed || serves) {
            return false;
        }
        programs.start();
        return true;
    }

    private Path portFile() {
        return folder.resolve("port");
    }

    private Path configuration() {
        return cluster.resolve("postgresql.conf");
    }

    private static void privateFolder(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    }

    /** Makes a database that no other role may enter, unless there is one of that name. */
    public void createDatabase(String name) {
        try (Connection connection =
                        DriverManager.getConnection(jdbcUrl(DATABASE), USER, password);
                Statement statement = connection.createStatement()) {
            String literal = statement.enquoteLiteral(name);
            if (!exists(statement, literal)) {
                String database = statement.enquoteIdentifier(name, true);
                statement.execute("create database " + database);
                statement.execute("revoke all on database " + database + " from public");
            }
        } catch (SQLException failed) {
            throw new PostgresNotStarted(
                    "The database %s cannot be created.".formatted(name), failed);
        }
    }

    private static boolean exists(Statement statement, String literal) throws SQLException {
        try (ResultSet found =
                statement.executeQuery("select from pg_database where datname = " + literal)) {
            return found.next();
        }
    }

    /** The address for JDBC, without user and password. */
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://%s:%d/%s".formatted(HOST, port, database);
    }

    public String host() {
        return HOST;
    }

    public int port() {
        return port;
    }

    public String user() {
        return USER;
    }

    public String password() {
        return password;
    }

    /** Stops the server and gives the folder free; a second call does nothing. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        if (watch != null) {
            watch.close();
        }
        try {
            programs.stop(settings.durable() ? "fast" : "immediate");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } finally {
            lock.close();
        }
    }
}
