package io.daybook.benchmarks;

import io.daybook.platform.PlatformConfiguration;
import io.daybook.platform.database.DatabaseConfiguration;
import io.daybook.platform.postgres.EmbeddedPostgres;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The ground floor alone, without anybody who reads the log, on an empty folder. */
final class Ground implements AutoCloseable {

    private final Path folder;
    private final EmbeddedPostgres postgres;
    private final ConfigurableApplicationContext context;

    private Ground(Path folder, EmbeddedPostgres postgres, ConfigurableApplicationContext context) {
        this.folder = folder;
        this.postgres = postgres;
        this.context = context;
    }

    static Ground open() throws IOException {
        Path folder = Files.createTempDirectory(Path.of("benchmarks", "target"), "ground-");
        EmbeddedPostgres postgres = EmbeddedPostgres.start(folder);
        postgres.createDatabase("daybook");
        return new Ground(
                folder,
                postgres,
                new SpringApplicationBuilder(
                                DatabaseConfiguration.class, PlatformConfiguration.class)
                        .web(WebApplicationType.NONE)
                        // as arguments, which win over what application.yml says
                        .run(
                                "--daybook.data=" + folder,
                                "--daybook.database.url=" + postgres.jdbcUrl("daybook"),
                                "--daybook.database.username=" + postgres.user(),
                                "--daybook.database.password=" + postgres.password(),
                                "--spring.main.banner-mode=off",
                                "--logging.level.root=warn"));
    }

    <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    Path folder() {
        return folder;
    }

    /** Leaves its database to a house, which then is the one to close. */
    House house() {
        context.close();
        return House.on(folder, postgres);
    }

    @Override
    public void close() {
        context.close();
        postgres.close();
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
