package io.daybook.platform.offline;

import io.daybook.platform.postgres.EmbeddedPostgres;
import io.daybook.platform.postgres.RunningPostgres;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

import javax.sql.DataSource;

/**
 * The database that the environment names: one of one's own, or the embedded one, which is joined
 * when it runs and started for as long as the command takes when it does not.
 */
final class Surroundings implements AutoCloseable {

    private final DataSource database;
    private final @Nullable EmbeddedPostgres started;

    private Surroundings(DataSource database, @Nullable EmbeddedPostgres started) {
        this.database = database;
        this.started = started;
    }

    /** What {@code DAYBOOK_DATABASE_URL} or {@code DAYBOOK_DATA} say. */
    static Surroundings of(Map<String, String> environment) {
        String url = environment.get("DAYBOOK_DATABASE_URL");
        if (url != null) {
            return new Surroundings(
                    new DriverManagerDataSource(
                            url,
                            environment.getOrDefault("DAYBOOK_DATABASE_USERNAME", "daybook"),
                            environment.getOrDefault("DAYBOOK_DATABASE_PASSWORD", "")),
                    null);
        }
        Path data = data(environment);
        return RunningPostgres.on(data)
                .map(
                        server ->
                                new Surroundings(
                                        new DriverManagerDataSource(
                                                server.jdbcUrl(), server.user(), server.password()),
                                        null))
                .orElseGet(
                        () -> {
                            EmbeddedPostgres server = EmbeddedPostgres.start(data);
                            server.createDatabase("daybook");
                            return new Surroundings(
                                    new DriverManagerDataSource(
                                            server.jdbcUrl("daybook"),
                                            server.user(),
                                            server.password()),
                                    server);
                        });
    }

    /** A database by its address, {@code postgresql://user:password@host:port/name}. */
    static Surroundings at(String address) {
        URI uri = URI.create(address.replaceFirst("^jdbc:", ""));
        String[] login =
                uri.getRawUserInfo() == null ? new String[0] : uri.getRawUserInfo().split(":", 2);
        String url =
                "jdbc:postgresql://%s:%d%s%s"
                        .formatted(
                                uri.getHost(),
                                uri.getPort() < 0 ? 5432 : uri.getPort(),
                                uri.getRawPath(),
                                uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
        return new Surroundings(
                new DriverManagerDataSource(
                        url,
                        login.length > 0 ? decoded(login[0]) : "daybook",
                        login.length > 1 ? decoded(login[1]) : ""),
                null);
    }

    static Path data(Map<String, String> environment) {
        return Path.of(environment.getOrDefault("DAYBOOK_DATA", "data")).toAbsolutePath();
    }

    DataSource database() {
        return database;
    }

    @Override
    public void close() {
        if (started != null) {
            started.close();
        }
    }

    private static String decoded(String part) {
        return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
