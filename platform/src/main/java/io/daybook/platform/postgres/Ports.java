package io.daybook.platform.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;

/** Which port of the loopback address a server gets. */
final class Ports {

    static final String HOST = "127.0.0.1";

    /** Below the range from which the kernel hands out ports, so that a kept one stays free. */
    private static final int FIRST = 15432;

    private static final int COUNT = 200;

    private Ports() {}

    /** The port of last time while it is free, else the first free one of ours. */
    static int kept(Path file) throws IOException {
        if (Files.exists(file)) {
            int kept = Integer.parseInt(Files.readString(file).strip());
            if (isFree(kept)) {
                return kept;
            }
        }
        return IntStream.range(FIRST, FIRST + COUNT)
                .filter(Ports::isFree)
                .findFirst()
                .orElseGet(Ports::any);
    }

    /** Whether nobody listens there now. */
    static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.ofLiteral(HOST), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    /** A port that the kernel chooses. */
    static int any() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.ofLiteral(HOST))) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException("No port of " + HOST + " is free", none);
        }
    }
}
