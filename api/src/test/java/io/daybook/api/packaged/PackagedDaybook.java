package io.daybook.api.packaged;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The packaged jar as a process of its own, with its embedded PostgreSQL in a folder. */
final class PackagedDaybook implements AutoCloseable {

    private static final Pattern SETUP_LINK = Pattern.compile("https?://\\S+/setup#token=\\S+");
    private static final Pattern DEMO_URI = Pattern.compile("postgresql://demo_reader:\\S+");
    private static final Duration START = Duration.ofMinutes(3);

    private final Process process;
    private final URI address;
    private final Path output;

    private PackagedDaybook(Process process, URI address, Path output) {
        this.process = process;
        this.address = address;
        this.output = output;
    }

    /** Starts the jar on a free port and waits until it says that it is ready. */
    static PackagedDaybook start(Path data, Map<String, String> environment) throws IOException {
        return start(data, environment, Objects.requireNonNull(data.getParent()));
    }

    /** The same with what it says kept in another folder. */
    static PackagedDaybook start(Path data, Map<String, String> environment, Path logs)
            throws IOException {
        int port = freePort();
        Path output = Files.createTempFile(logs, "daybook-", ".log");
        ProcessBuilder builder =
                new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-Xmx512m",
                        // it lives for seconds: what the better compiler takes it never gives back
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-jar",
                        System.getProperty("daybook.jar"));
        builder.environment().putAll(environment);
        builder.environment().put("PORT", Integer.toString(port));
        builder.environment().put("DAYBOOK_DATA", data.toString());
        Process process = builder.redirectErrorStream(true).redirectOutput(output.toFile()).start();
        PackagedDaybook daybook =
                new PackagedDaybook(process, URI.create("http://127.0.0.1:" + port), output);
        try {
            await().atMost(START).pollInterval(Duration.ofMillis(100)).until(daybook::isReady);
        } catch (RuntimeException notReady) {
            process.destroyForcibly();
            throw new IllegalStateException(
                    "Daybook did not become ready; it said:\n" + daybook.output(), notReady);
        }
        return daybook;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }

    private boolean isReady() {
        if (!process.isAlive()) {
            throw new IllegalStateException("Daybook ended with " + process.exitValue());
        }
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                                    HttpRequest.newBuilder(
                                                    address.resolve("/actuator/health/readiness"))
                                            .timeout(Duration.ofSeconds(5))
                                            .build(),
                                    BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    URI address() {
        return address;
    }

    /** The one-time link that the first start printed. */
    String setupLink() {
        return printed(SETUP_LINK);
    }

    /** Where the demonstration database is. */
    String demoUri() {
        return printed(DEMO_URI);
    }

    private String printed(Pattern pattern) {
        return await("output with " + pattern)
                .atMost(Duration.ofSeconds(20))
                .until(
                        () -> {
                            Matcher matcher = pattern.matcher(output());
                            return matcher.find() ? matcher.group() : "";
                        },
                        found -> !found.isEmpty());
    }

    String output() {
        try {
            return Files.readString(output);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** kill -9; the database that it started lives on. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
