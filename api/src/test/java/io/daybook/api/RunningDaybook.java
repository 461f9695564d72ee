package io.daybook.api;

import io.daybook.api.platform.Daybook;
import io.daybook.platform.postgres.TestDatabase;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.test.web.reactive.server.WebTestClient;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** The whole of Daybook in this JVM on an empty database, for tests of endpoints. */
public final class RunningDaybook {

    private final ConfigurableApplicationContext context;

    private RunningDaybook(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** Starts with limits so wide that no test meets them, unless the settings say otherwise. */
    public static RunningDaybook start(Map<String, Object> settings) {
        return start(settings, Clock.systemUTC());
    }

    /** The same with a clock that a test can set. */
    public static RunningDaybook start(Map<String, Object> settings, Clock clock) {
        TestDatabase database = TestDatabase.create();
        Map<String, Object> all = new HashMap<>();
        all.put("server.port", "0");
        all.put("daybook.database.url", database.jdbcUrl());
        all.put("daybook.database.username", database.user());
        all.put("daybook.database.password", database.password());
        all.put("daybook.data", folder());
        all.put("daybook.limits.auth-per-minute", "100000");
        all.put("daybook.limits.requests-per-minute", "100000");
        all.putAll(settings);
        SpringApplication application = new SpringApplication(Daybook.class);
        application.setRegisterShutdownHook(false);
        application.addInitializers(
                context ->
                        ((GenericApplicationContext) context)
                                .registerBean(
                                        "testClock",
                                        Clock.class,
                                        () -> clock,
                                        bean -> bean.setPrimary(true)));
        String[] arguments =
                all.entrySet().stream()
                        .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                        .toArray(String[]::new);
        return new RunningDaybook(application.run(arguments));
    }

    /** A client with no memory: no cookies, no tokens. */
    public WebTestClient client() {
        return WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + port())
                .responseTimeout(Duration.ofSeconds(30))
                .build();
    }

    /** The port it listens on. */
    public int port() {
        return Integer.parseInt(context.getEnvironment().getRequiredProperty("local.server.port"));
    }

    /** A bean of the running application. */
    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** A bean of which there are several kinds. */
    public <T> T bean(String name, Class<T> type) {
        return context.getBean(name, type);
    }

    /** Stops it. */
    public void stop() {
        context.close();
    }

    private static String folder() {
        try {
            return Files.createTempDirectory("daybook-test").toString();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
