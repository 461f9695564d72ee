package io.daybook.api.containers;

import org.junit.jupiter.api.Assumptions;
import org.testcontainers.DockerClientFactory;

/** Whether containers can be run here. */
final class Docker {

    private Docker() {}

    /** Skips the test that calls it, aloud, where there is no Docker. */
    static void isNeededFor(String what) {
        if (!DockerClientFactory.instance().isDockerAvailable()) {
            System.out.println("SKIPPED without Docker: " + what);
            Assumptions.abort("no Docker for: " + what);
        }
    }
}
