package io.daybook.api.platform;

import io.daybook.platform.demo.DemoDatabase;
import io.daybook.platform.offline.OfflineCommands;
import io.daybook.platform.offline.Terminal;
import io.daybook.platform.postgres.EmbeddedPostgres;
import io.daybook.platform.postgres.PostgresNotStarted;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Starts Daybook: all rooms in one process, with an embedded PostgreSQL unless {@code
 * DAYBOOK_DATABASE_URL} names another.
 */
@SpringBootApplication(scanBasePackages = "io.daybook")
public class Daybook {

    /**
     * Starts with what the environment says (see {@code .env.example}), or runs the command that
     * the first word names.
     */
    public static void main(String[] arguments) {
        if (arguments.length > 0 && OfflineCommands.knows(arguments[0])) {
            List<String> words = List.of(arguments).subList(1, arguments.length);
            quieten(LoggingSystem.get(Daybook.class.getClassLoader()));
            Terminal terminal = new Terminal(System.out, System.err, System.getenv());
            System.exit(OfflineCommands.run(arguments[0], words, terminal));
        }
        SpringApplication application = new SpringApplication(Daybook.class);
        try {
            application.setDefaultProperties(surroundings(System.getenv()));
        } catch (PostgresNotStarted refused) {
            System.err.println("Daybook cannot start. " + refused.getMessage());
            System.exit(1);
        }
        application.run(arguments);
    }

    /** What a command says is all that there is to read. */
    private static void quieten(LoggingSystem logging) {
        logging.setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.WARN);
        logging.setLogLevel("org.flywaydb", LogLevel.ERROR);
    }

    private static Map<String, Object> surroundings(Map<String, String> environment) {
        Map<String, Object> properties = new HashMap<>();
        if (environment.containsKey("DAYBOOK_DATABASE_URL")) {
            return properties;
        }
        Path data = Path.of(environment.getOrDefault("DAYBOOK_DATA", "data")).toAbsolutePath();
        EmbeddedPostgres postgres = EmbeddedPostgres.start(data);
        // after the last bean: whatever still writes while it stops finds the database there
        SpringApplication.getShutdownHandlers().add(postgres::close);
        postgres.createDatabase("daybook");
        // the folder's lock keeps a second process out, so the claims of a dead one are ours
        properties.put("daybook.node", "embedded");
        properties.put("daybook.database.url", postgres.jdbcUrl("daybook"));
        properties.put("daybook.database.username", postgres.user());
        properties.put("daybook.database.password", postgres.password());
        if (Boolean.parseBoolean(environment.get("DAYBOOK_DEMO_ENABLED"))) {
            properties.put(
                    "daybook.demo.uri",
                    DemoDatabase.prepare(postgres, data, LocalDate.now(ZoneOffset.UTC)));
        }
        return properties;
    }
}
