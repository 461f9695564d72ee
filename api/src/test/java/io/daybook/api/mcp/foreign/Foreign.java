package io.daybook.api.mcp.foreign;

import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Assumptions;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A program that is not ours, from npm, while a test needs it. */
public final class Foreign implements AutoCloseable {

    private static final Path FOLDER = Path.of("target", "mcp");

    private final String[] command;
    private final int port;
    private Process process;

    private Foreign(int port, String... command) throws IOException {
        this.port = port;
        this.command = command;
        this.process = launch();
        await().atMost(Duration.ofSeconds(30)).until(this::listens);
    }

    /** Skips the test, and says so, where npm could not install anything. */
    public static void assumeInstalled() {
        boolean there = Files.exists(FOLDER.resolve(".installed"));
        if (!there) {
            System.out.println("mcp: skipped, the foreign servers and clients are not installed");
        }
        Assumptions.assumeTrue(there);
    }

    /** Runs a script of a package on the Node that comes with it and answers what it printed. */
    public static String run(String... command) throws IOException, InterruptedException {
        Path said = Files.createTempFile("foreign", ".txt");
        Process process = process(Map.of(), said, command);
        if (!process.waitFor(120, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        return Files.readString(said);
    }

    /** Starts a server; {@code PORT} in the command stands for the port. */
    public static Foreign start(String... command) throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        return new Foreign(
                port,
                Stream.of(command)
                        .map(word -> word.replace("PORT", String.valueOf(port)))
                        .toArray(String[]::new));
    }

    /** Kills it and starts it anew where it was: it has forgotten everything. */
    void restart() throws IOException {
        kill();
        process = launch();
        await().atMost(Duration.ofSeconds(30)).until(this::listens);
    }

    private Process launch() throws IOException {
        return process(
                Map.of("PORT", String.valueOf(port)),
                Files.createTempFile("foreign", ".txt"),
                command);
    }

    public String url() {
        return "http://127.0.0.1:" + port + "/mcp";
    }

    /** Ends it without a word. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        kill();
    }

    private boolean listens() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    private static Process process(Map<String, String> environment, Path said, String... command)
            throws IOException {
        List<String> words = new ArrayList<>();
        words.add("node_modules/.bin/node");
        words.addAll(List.of(command));
        ProcessBuilder builder =
                new ProcessBuilder(words)
                        .directory(FOLDER.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(said.toFile());
        builder.environment().putAll(environment);
        return builder.start();
    }
}
