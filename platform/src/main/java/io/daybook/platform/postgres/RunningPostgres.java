package io.daybook.platform.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * An embedded server that runs already, seen from another process.
 *
 * @param jdbcUrl address of Daybook's database in it, without user and password
 */
public record RunningPostgres(String jdbcUrl, String user, String password) {

    /** The server that runs on a data folder now. */
    public static Optional<RunningPostgres> on(Path dataFolder) {
        Path folder = dataFolder.toAbsolutePath().normalize().resolve("postgres");
        Path cluster = folder.resolve("cluster");
        return PostmasterFile.read(cluster)
                .filter(server -> server.serves(cluster))
                .map(
                        server ->
                                new RunningPostgres(
                                        "jdbc:postgresql://%s:%d/daybook"
                                                .formatted(Ports.HOST, server.port()),
                                        EmbeddedPostgres.USER,
                                        password(folder)));
    }

    private static String password(Path folder) {
        try {
            return PasswordFile.read(folder.resolve("password"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The password of the database", unreadable);
        }
    }
}
