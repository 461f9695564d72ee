package io.daybook.api.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/**
 * What was acknowledged survives kill -9 in the middle of appends, rebuilds and erasures, and the
 * read models agree with the log after it. It is killed until a rebuild and an erasure were met
 * twice each (a hundred times with the profile {@code chaos}), but not more than twice as often as
 * that; meeting one of them less than half as often fails. A rebuild is whatever is between its
 * order and its swap; whether a kill meets the swap itself is chance, and not counted.
 */
final class CrashIT {

    private static final int KILLS = Integer.getInteger("daybook.chaos.kills", 2);
    private static final int BEFORE_EACH_KILL = 10;
    private static final Duration AIM = Duration.ofSeconds(5);
    private static final Duration LOOK = Duration.ofMillis(10);
    static final Map<String, String> SETTINGS =
            Map.of(
                    "DAYBOOK_LIMITS_AUTHPERMINUTE",
                    "1000000",
                    "DAYBOOK_LIMITS_REQUESTSPERMINUTE",
                    "1000000",
                    "DAYBOOK_LIMITS_FAILURESPERHOURFROMANYWHERE",
                    "1000000");

    private final Path data;
    private final Crowd crowd = new Crowd();

    CrashIT(@TempDir(cleanup = CleanupMode.ON_SUCCESS) Path folder) {
        this.data = folder.resolve("data");
    }

    @Test
    void nothingAcknowledgedIsLostAndNoProjectionSkips() throws Exception {
        int kills = 0;
        int inRebuilds = 0;
        int inErasures = 0;
        while (kills < KILLS || ((inRebuilds < KILLS || inErasures < KILLS) && kills < 2 * KILLS)) {
            try (PackagedDaybook daybook = PackagedDaybook.start(data, SETTINGS)) {
                if (kills == 0) {
                    Crowd.setUp(daybook);
                }
                workUntilKilled(daybook);
            }
            kills++;
            Books books = Books.in(data);
            books.hold(crowd);
            inRebuilds += rebuilds(books) ? 1 : 0;
            inErasures += erases(books) ? 1 : 0;
        }
        try (PackagedDaybook daybook = PackagedDaybook.start(data, SETTINGS)) {
            Books.in(data).areInOrder(crowd, daybook);
        }
        System.out.printf(
                "%d kills, %d of them in rebuilds, %d in erasures; %d people registered, %d"
                        + " erased%n",
                kills, inRebuilds, inErasures, crowd.registered().size(), crowd.erased().size());
        assertThat(inRebuilds).as("kills in rebuilds").isGreaterThanOrEqualTo(KILLS / 2);
        assertThat(inErasures).as("kills in erasures").isGreaterThanOrEqualTo(KILLS / 2);
    }

    private void workUntilKilled(PackagedDaybook daybook) throws InterruptedException {
        Crowd.Work work = crowd.begin(daybook::address);
        try (work) {
            int enough = BEFORE_EACH_KILL + ThreadLocalRandom.current().nextInt(10);
            await("people come through")
                    .atMost(Duration.ofMinutes(2))
                    .pollInterval(LOOK)
                    .until(() -> work.done() >= enough);
            aim(Books.in(data));
            daybook.kill();
        }
        assertThat(work.done()).isPositive();
    }

    /** Waits for a rebuild and an erasure that are under way at once, but not for ever. */
    private static void aim(Books books) {
        try {
            await().atMost(AIM).pollInterval(LOOK).until(() -> rebuilds(books) && erases(books));
        } catch (ConditionTimeoutException missed) {
            // whatever it is doing then
        }
    }

    private static boolean rebuilds(Books books) {
        return books.count("projection_generation where state = 'building'") > 0;
    }

    private static boolean erases(Books books) {
        return books.count("domain_event where payload_type = 'identity.UserErasureRequested'")
                > books.count("domain_event where payload_type = 'identity.UserErased'");
    }
}
