package io.daybook.platform.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What {@code postmaster.pid} says of a server that runs, or once ran, on a cluster.
 *
 * @param pid process of the server
 * @param port where it listens
 */
record PostmasterFile(long pid, int port) {

    static final String NAME = "postmaster.pid";

    /** Reads the file; nothing when it is absent or is not one that PostgreSQL wrote. */
    static Optional<PostmasterFile> read(Path cluster) {
        try {
            List<String> lines = Files.readAllLines(cluster.resolve(NAME));
            if (lines.size() < 4) {
                return Optional.empty();
            }
            return Optional.of(
                    new PostmasterFile(
                            Long.parseLong(lines.get(0).strip()),
                            Integer.parseInt(lines.get(3).strip())));
        } catch (IOException | NumberFormatException unreadable) {
            return Optional.empty();
        }
    }

    /**
     * Whether that process lives and is a server on this very cluster: a number alone may have
     * passed to a stranger since. A server makes its cluster its working folder.
     */
    boolean serves(Path cluster) {
        boolean postgres =
                ProcessHandle.of(pid)
                        .flatMap(process -> process.info().command())
                        .filter(command -> command.endsWith("/postgres"))
                        .isPresent();
        try {
            return postgres
                    && Files.isSameFile(
                            Files.readSymbolicLink(Path.of("/proc", Long.toString(pid), "cwd")),
                            cluster);
        } catch (IOException gone) {
            return false;
        }
    }
}
