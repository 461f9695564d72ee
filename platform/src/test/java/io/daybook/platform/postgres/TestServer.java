package io.daybook.platform.postgres;

import org.springframework.util.FileSystemUtils;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The server behind {@link TestDatabase}: its folder goes with the JVM, at the latest with the next
 * one.
 */
final class TestServer {

    private static final String PREFIX = "daybook-test-";

    private TestServer() {}

    /** The one server of this JVM. */
    static EmbeddedPostgres shared() {
        return Shared.SERVER;
    }

    private static final class Shared {

        static final EmbeddedPostgres SERVER = start();

        private static EmbeddedPostgres start() {
            try {
                sweep();
                Path folder = Files.createTempDirectory(PREFIX);
                EmbeddedPostgres server =
                        EmbeddedPostgres.start(folder, ServerSettings.THROWN_AWAY);
                Runtime.getRuntime().addShutdownHook(new Thread(() -> end(server, folder)));
                return server;
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }

    private static void end(EmbeddedPostgres server, Path folder) {
        server.close();
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException ignored) {
            // the next test JVM sweeps
        }
    }

    /**
     * Stops and removes what test JVMs left that were killed: nobody holds their locks any more.
     */
    private static void sweep() throws IOException {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        List<Path> folders;
        try (Stream<Path> children = Files.list(temporary)) {
            folders =
                    children.filter(path -> path.getFileName().toString().startsWith(PREFIX))
                            .toList();
        }
        for (Path folder : folders) {
            Path lock = folder.resolve("postgres").resolve("lock");
            if (Files.exists(lock)) {
                Optional<FolderLock> orphan = FolderLock.tryTake(lock);
                if (orphan.isPresent()) {
                    kill(folder);
                    FileSystemUtils.deleteRecursively(folder);
                    orphan.get().close();
                }
            }
        }
    }

    private static void kill(Path folder) {
        Path cluster = folder.resolve("postgres").resolve("cluster");
        PostmasterFile.read(cluster)
                .filter(server -> server.serves(cluster))
                .flatMap(server -> ProcessHandle.of(server.pid()))
                .ifPresent(ProcessHandle::destroyForcibly);
    }
}
