package io.daybook.benchmarks;

import io.daybook.platform.PlatformConfiguration;
import io.daybook.platform.database.DatabaseConfiguration;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import java.io.IOException;
import java.nio.file.Path;

/** The ground floor alone, without anybody who reads the log, on an empty folder. */
final class Ground implements AutoCloseable {

    private final Plot plot;
    private final ConfigurableApplicationContext context;

    private Ground(Plot plot, ConfigurableApplicationContext context) {
        this.plot = plot;
        this.context = context;
    }

    static Ground open() throws IOException {
        Plot plot = Plot.open("ground-");
        return new Ground(
                plot,
                new SpringApplicationBuilder(
                                DatabaseConfiguration.class, PlatformConfiguration.class)
                        .web(WebApplicationType.NONE)
                        .run(
                                plot.arguments(
                                        "--spring.main.banner-mode=off",
                                        "--logging.level.root=warn")));
    }

    <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    Path folder() {
        return plot.folder();
    }

    /** Leaves its plot to a house, which then is the one to close. */
    House house() {
        context.close();
        return House.on(plot);
    }

    @Override
    public void close() {
        context.close();
        plot.close();
    }
}
