package io.daybook.api.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.daybook.platform.postgres.EmbeddedPostgres;

import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What happens below and beside Daybook: its database goes and comes back, its connections are cut,
 * another process works on the same database. Service comes back by itself, and the books are in
 * order.
 */
final class FaultsIT {

    private static final Duration BACK = Duration.ofSeconds(60);
    private static final int KILLS = Integer.getInteger("daybook.chaos.kills", 2);
    private static final int TIMES = Math.max(1, KILLS / 4);
    private static final int CUTS = 3 * KILLS;
    private static final int AT_EACH = 3;
    private static final byte[] MASTER_KEY = new byte[32];

    private final Path folder;
    private final Crowd crowd = new Crowd();

    FaultsIT(@TempDir(cleanup = CleanupMode.ON_SUCCESS) Path folder) {
        this.folder = folder;
    }

    @Test
    void aDatabaseThatGoesAwayAndASecondProcessLoseNothing() throws Exception {
        EmbeddedPostgres postgres = EmbeddedPostgres.start(folder.resolve("server"));
        postgres.createDatabase("daybook");
        Books books =
                new Books(
                        postgres.jdbcUrl("daybook"),
                        postgres.user(),
                        postgres.password(),
                        MASTER_KEY);
        Map<String, String> settings = settings(postgres);
        try (PackagedDaybook one = PackagedDaybook.start(folder.resolve("one"), settings);
                PackagedDaybook other = PackagedDaybook.start(folder.resolve("two"), settings)) {
            // each start voids the setup links before it
            Crowd.setUp(other);
            AtomicInteger asked = new AtomicInteger();
            try (Crowd.Work work =
                    crowd.begin(() -> (asked.incrementAndGet() % 2 == 0 ? one : other).address())) {
                goesOn(work);
                for (int cut = 0; cut < CUTS; cut++) {
                    books.number(
                            "select count(pg_terminate_backend(pid)) from pg_stat_activity"
                                    + " where pid <> pg_backend_pid() and datname = 'daybook'");
                    goesOnALittle(work);
                }
                goesOn(work);
                books.hold(crowd);
                for (int stop = 0; stop < TIMES; stop++) {
                    postgres.close();
                    postgres = EmbeddedPostgres.start(folder.resolve("server"));
                    goesOn(work);
                    books.hold(crowd);
                }
            }
            // who left through one is a stranger to the other
            for (PackagedDaybook each : List.of(one, other)) {
                await("each comes back by itself").atMost(BACK).until(() -> answers(each));
                books.peopleComeIn(crowd, each, AT_EACH);
            }
            // what it was at work on is for the one that is left
            other.kill();
            try (Web web = new Web(one.address())) {
                assertThat(web.register("after@example.org")).isEqualTo(202);
            }
            books.areInOrder(crowd, one);
        } finally {
            postgres.close();
        }
        System.out.printf(
                "%d storms of cut connections, %d restarts of PostgreSQL under two processes; %d"
                        + " people registered, %d erased%n",
                CUTS, TIMES, crowd.registered().size(), crowd.erased().size());
    }

    /** In the long form only: PostgreSQL needs its time to come back. */
    @Test
    @EnabledIfSystemProperty(named = "daybook.chaos.kills", matches = "\\d{2,}")
    void aFullDiskStopsWritingAndLosesNothing() throws Exception {
        Path small = Files.createDirectory(folder.resolve("small"));
        assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=260m", "tmpfs", small.toString()),
                "Skipped: a small file system can be mounted by root only");
        try {
            fillAndEmpty(small);
        } finally {
            run("umount", "-l", small.toString());
        }
    }

    private void fillAndEmpty(Path small) throws Exception {
        Path data = small.resolve("data");
        Path ballast = small.resolve("ballast");
        try (PackagedDaybook daybook = PackagedDaybook.start(data, CrashIT.SETTINGS, folder)) {
            Crowd.setUp(daybook);
            try (Crowd.Work work = crowd.begin(daybook::address)) {
                goesOn(work);
                run("dd", "if=/dev/zero", "of=" + ballast, "bs=64k");
                await("nothing can be written any more")
                        .atMost(BACK)
                        .until(() -> standsStill(work));
                Files.delete(ballast);
                goesOn(work);
            }
            Books.in(data).areInOrder(crowd, daybook);
        }
    }

    private static boolean answers(PackagedDaybook daybook) {
        try (Web web = new Web(daybook.address())) {
            return web.logIn(Crowd.ADMINISTRATOR).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static boolean standsStill(Crowd.Work work) {
        int before = work.done();
        try {
            await().atMost(Duration.ofSeconds(2)).until(() -> work.done() > before);
            return false;
        } catch (ConditionTimeoutException nothing) {
            return true;
        }
    }

    private static void goesOn(Crowd.Work work) {
        int before = work.done();
        await("service comes back by itself").atMost(BACK).until(() -> work.done() > before + 10);
    }

    private static void goesOnALittle(Crowd.Work work) {
        int before = work.done();
        await("service comes back by itself").atMost(BACK).until(() -> work.done() > before);
    }

    private static Map<String, String> settings(EmbeddedPostgres postgres) {
        Map<String, String> settings = new HashMap<>(CrashIT.SETTINGS);
        settings.put("DAYBOOK_DATABASE_URL", postgres.jdbcUrl("daybook"));
        settings.put("DAYBOOK_DATABASE_USERNAME", postgres.user());
        settings.put("DAYBOOK_DATABASE_PASSWORD", postgres.password());
        settings.put("DAYBOOK_MASTERKEY", Base64.getEncoder().encodeToString(MASTER_KEY));
        settings.put("DAYBOOK_ASSISTANT_ONLYNODE", "false");
        return settings;
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(List.of(command))
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        return process.waitFor(60, TimeUnit.SECONDS) && process.exitValue() == 0;
    }
}
