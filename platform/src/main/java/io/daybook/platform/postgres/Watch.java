package io.daybook.platform.postgres;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Starts a server again that died under its living owner: a full disk, the kernel out of memory. It
 * tries each second until the server stays.
 */
final class Watch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Watch.class);

    private final Look look;
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("postgres-watch").daemon().factory());
    private boolean failing;

    Watch(Look look) {
        this.look = look;
        var unused = clock.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.SECONDS);
    }

    private void look() {
        try {
            if (look.startsAgain()) {
                LOG.warn("PostgreSQL had died; it was started again");
            }
            failing = false;
        } catch (IOException | RuntimeException failed) {
            if (!failing) {
                LOG.error("PostgreSQL has died and cannot be started: {}", failed.getMessage());
            }
            failing = true;
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }

    /** Starts what has died; false when nothing has. */
    interface Look {
        boolean startsAgain() throws IOException;
    }
}
