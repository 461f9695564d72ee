package io.daybook.platform.postgres;

import org.springframework.util.FileSystemUtils;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs PostgreSQL's own programs, which refuse to work for root. */
final class Programs {

    private static final long SECONDS = 120;

    private final Path binaries;
    private final Path cluster;

    Programs(Path binaries, Path cluster) {
        this.binaries = binaries;
        this.cluster = cluster;
    }

    /** Makes an empty cluster; a crash in the middle leaves nothing that looks like one. */
    void initialise(String user, Path passwordFile) throws IOException {
        Path unfinished = cluster.resolveSibling("cluster.unfinished");
        FileSystemUtils.deleteRecursively(unfinished);
        run(
                List.of(
                        "initdb",
                        "--pgdata=" + unfinished,
                        "--username=" + user,
                        "--pwfile=" + passwordFile,
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        "--locale=C",
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8"));
        Files.move(unfinished, cluster);
    }

    /** Starts the server in a session of its own, so that Ctrl-C reaches it only through us. */
    void start() throws IOException {
        Path log = cluster.resolveSibling("start.log");
        Files.deleteIfExists(log);
        try {
            run(
                    List.of(
                            "pg_ctl",
                            "start",
                            "--wait",
                            "--timeout=110",
                            "--silent",
                            "-D",
                            cluster.toString(),
                            "-l",
                            log.toString()));
        } catch (PostgresNotStarted failed) {
            String said = Files.exists(log) ? Files.readString(log).strip() : "nothing";
            throw new PostgresNotStarted(
                    "PostgreSQL did not start on %s; it said: %s".formatted(cluster, said), failed);
        }
    }

    /** Stops the server: {@code fast} writes everything out first, {@code immediate} does not. */
    void stop(String mode) throws IOException {
        run(
                List.of(
                        "pg_ctl",
                        "stop",
                        "--wait",
                        "--silent",
                        "--mode=" + mode,
                        "-D",
                        cluster.toString()));
    }

    private void run(List<String> command) throws IOException {
        List<String> line = new ArrayList<>();
        if ("root".equals(System.getProperty("user.name"))) {
            // in a user namespace without a mapping root is nobody, and still owns its files
            line.addAll(List.of("unshare", "--user"));
        }
        line.add(binaries.resolve("bin").resolve(command.getFirst()).toString());
        line.addAll(command.subList(1, command.size()));
        Path output = Files.createTempFile("daybook-postgres", ".log");
        try {
            Process process =
                    new ProcessBuilder(line)
                            .directory(binaries.toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(output.toFile())
                            .start();
            process.getOutputStream().close();
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new PostgresNotStarted(
                        "%s was not done after %d s.".formatted(command.getFirst(), SECONDS));
            }
            if (process.exitValue() != 0) {
                throw new PostgresNotStarted(
                        "%s failed: %s"
                                .formatted(
                                        command.getFirst(),
                                        Files.readString(output, StandardCharsets.UTF_8).strip()));
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new PostgresNotStarted(
                    "Interrupted while %s ran.".formatted(command.getFirst()), interrupted);
        } finally {
            Files.deleteIfExists(output);
        }
    }
}
