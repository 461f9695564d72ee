package io.daybook.benchmarks;

import org.springframework.util.FileSystemUtils;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * Seconds from {@code ./daybook} to ready on a folder that has data, and what the process then
 * occupies.
 */
final class StartBenchmark {

    private static final int STARTS = 3;
    private static final Duration IDLE = Duration.ofSeconds(15);

    void run() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory(Path.of("benchmarks", "target"), "start-");
        try {
            start(folder, Duration.ZERO);
            Report.title("Start of ./daybook with existing data");
            for (int start = 1; start <= STARTS; start++) {
                Started started = start(folder, IDLE);
                Report.figure("start " + start + ": ready after", started.milliseconds(), "ms");
                Report.figure("start " + start + ": resident when idle", started.megabytes(), "MB");
            }
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
        try (var built = Files.list(Path.of("api", "target"))) {
            for (Path jar : built.filter(file -> file.toString().endsWith("-boot.jar")).toList()) {
                Report.figure("size of " + jar.getFileName(), Files.size(jar) / 1e6, "MB");
            }
        }
    }

    private static Started start(Path folder, Duration idle)
            throws IOException, InterruptedException {
        int port = freePort();
        ProcessBuilder builder = new ProcessBuilder("./daybook");
        builder.environment().put("PORT", Integer.toString(port));
        builder.environment().put("DAYBOOK_DATA", folder.toAbsolutePath().toString());
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        long begin = System.nanoTime();
        Process process = builder.start();
        try {
            while (!ready(port)) {
                if (!process.isAlive()) {
                    throw new IllegalStateException("./daybook ended: " + process.exitValue());
                }
                LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            }
            double milliseconds = (System.nanoTime() - begin) / 1e6;
            LockSupport.parkNanos(idle.toNanos());
            return new Started(milliseconds, resident(process.pid()));
        } finally {
            process.destroy();
            process.waitFor();
        }
    }

    private static boolean ready(int port) throws InterruptedException {
        URI readiness = URI.create("http://127.0.0.1:%d/actuator/health/readiness".formatted(port));
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(readiness).build();
            return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static double resident(long pid) throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
                        .filter(line -> line.startsWith("VmRSS:"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                        .sum()
                / 1024.0;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }

    private record Started(double milliseconds, double megabytes) {}
}
