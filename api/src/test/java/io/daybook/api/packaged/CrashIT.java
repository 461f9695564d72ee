package io.daybook.api.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/**
 * What was acknowledged survives kill -9 in the middle of appends, rebuilds, swaps and erasures,
 * and the read models agree with the log after it. It is killed until each of them was met twice (a
 * hundred times with the profile {@code chaos}), but not more than twice as often as that. What
 * counts is what the database says was under way when the process had ended ({@link Midst}); every
 * fourth time all is let go on at the moment of the kill, so that it comes around commits, and that
 * does not count.
 */
final class CrashIT {

    private static final int KILLS = Integer.getInteger("daybook.chaos.kills", 2);
    private static final int BEFORE_EACH_KILL = 5;
    private static final int UNTIL_LET_GO = 4;
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
    private final Map<Midst.Work, Integer> met = new EnumMap<>(Midst.Work.class);
    private final List<String> swapped = new ArrayList<>();

    CrashIT(@TempDir(cleanup = CleanupMode.ON_SUCCESS) Path folder) {
        this.data = folder.resolve("data");
        Stream.of(Midst.Work.values()).forEach(work -> met.put(work, 0));
    }

    @Test
    void nothingAcknowledgedIsLostAndNoProjectionSkips() throws Exception {
        Map<String, String> settings = new HashMap<>(SETTINGS);
        // so that it finds its own claims again, and is at full work sooner
        settings.put("DAYBOOK_NODE", "one");
        int kills = 0;
        while (kills < 2 * KILLS && met.values().stream().anyMatch(times -> times < KILLS)) {
            try (PackagedDaybook daybook = PackagedDaybook.start(data, settings)) {
                if (kills == 0) {
                    Crowd.setUp(daybook);
                }
                kills++;
                workUntilKilled(daybook, kills % UNTIL_LET_GO == 0);
            }
            Books.in(data).hold(crowd);
        }
        // for this one the claims of the killed process have to end first
        try (PackagedDaybook daybook = PackagedDaybook.start(data, SETTINGS)) {
            Books books = Books.in(data);
            books.areInOrder(crowd, daybook);
            assertThat(swapped).allMatch(each -> wentOn(books, each));
        }
        System.out.printf(
                "%d kills, in the middle of %s; %d people registered, %d erased%n",
                kills, met, crowd.registered().size(), crowd.erased().size());
        assertThat(met)
                .as("kills in the middle of")
                .allSatisfy((work, times) -> assertThat(times).isGreaterThanOrEqualTo(KILLS));
    }

    private void workUntilKilled(PackagedDaybook daybook, boolean letGo) throws Exception {
        try (Midst midst = new Midst(Books.in(data));
                Crowd.Work work = crowd.begin(daybook::address)) {
            midst.holdSwap();
            int enough = BEFORE_EACH_KILL + ThreadLocalRandom.current().nextInt(10);
            await("people come through")
                    .atMost(Duration.ofMinutes(2))
                    .pollInterval(LOOK)
                    .until(() -> work.done() >= enough);
            midst.get();
            if (letGo) {
                midst.letGo();
            }
            daybook.kill();
            Set<Midst.Work> underWay = midst.met();
            if (!letGo) {
                count(underWay, midst);
            }
            midst.end();
            midst.isWholeForReaders();
        }
    }

    private void count(Set<Midst.Work> underWay, Midst midst) throws SQLException {
        underWay.forEach(work -> met.merge(work, 1, Integer::sum));
        if (underWay.contains(Midst.Work.SWAP)) {
            swapped.add(midst.swapped());
        }
    }

    // One that was swapped in was not begun anew.
    private static boolean wentOn(Books books, String generation) {
        return books.count(
                        "projection_generation where live_since is not null and projection || '@'"
                                + " || generation = '"
                                + generation
                                + "'")
                == 1;
    }
}
