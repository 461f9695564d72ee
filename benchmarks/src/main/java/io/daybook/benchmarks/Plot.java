package io.daybook.benchmarks;

import io.daybook.platform.postgres.EmbeddedPostgres;

import org.springframework.util.FileSystemUtils;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** An empty folder with a running PostgreSQL, to build upon; gone when closed. */
record Plot(Path folder, EmbeddedPostgres postgres) implements AutoCloseable {

    private static final String DATABASE = "daybook";

    static Plot open(String name) throws IOException {
        Path folder = Files.createTempDirectory(Path.of("benchmarks", "target"), name);
        EmbeddedPostgres postgres = EmbeddedPostgres.start(folder);
        postgres.createDatabase(DATABASE);
        return new Plot(folder, postgres);
    }

    /** The arguments of what is built here, which win over application.yml and the environment. */
    String[] arguments(String... more) {
        return Stream.concat(
                        Stream.of(
                                "--daybook.data=" + folder,
                                "--daybook.database.url=" + postgres.jdbcUrl(DATABASE),
                                "--daybook.database.username=" + postgres.user(),
                                "--daybook.database.password=" + postgres.password()),
                        Stream.of(more))
                .toArray(String[]::new);
    }

    @Override
    public void close() {
        postgres.close();
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
