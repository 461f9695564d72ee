package io.daybook.platform;

import io.daybook.platform.database.DatabaseConfiguration;
import io.daybook.platform.postgres.TestDatabase;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The ground floor (and what a test adds to it) on a database of its own. */
public final class TestNode implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    private TestNode(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** Starts the ground floor alone. */
    public static TestNode start(TestDatabase database, Path data) {
        return start(database, data, DatabaseConfiguration.class, PlatformConfiguration.class);
    }

    /** Starts what the sources say, in place of the ground floor alone. */
    public static TestNode start(TestDatabase database, Path data, Class<?>... sources) {
        return start(Map.of(), database, data, sources);
    }

    /** The same as one of several nodes, under a name of its own. */
    public static TestNode start(
            String node, TestDatabase database, Path data, Class<?>... sources) {
        return start(Map.of("daybook.node", node), database, data, sources);
    }

    private static TestNode start(
            Map<String, Object> settings, TestDatabase database, Path data, Class<?>... sources) {
        Map<String, Object> properties = new HashMap<>(settings);
        properties.put("daybook.database.url", database.jdbcUrl());
        properties.put("daybook.database.username", database.user());
        properties.put("daybook.database.password", database.password());
        properties.put("daybook.data", data.toString());
        properties.put("axon.axonserver.enabled", "false");
        properties.put("axon.timeout.enabled", "false");
        properties.put("axon.update-check.disabled", "true");
        properties.put("spring.main.banner-mode", "off");
        properties.put("logging.level.root", "warn");
        properties.put(
                "spring.autoconfigure.exclude",
                "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration,"
                        + "org.springframework.boot.r2dbc.autoconfigure.R2dbcAutoConfiguration");
        return new TestNode(
                new SpringApplicationBuilder(sources)
                        .web(WebApplicationType.NONE)
                        .properties(properties)
                        .run());
    }

    /** A part of it. */
    public <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }
}
