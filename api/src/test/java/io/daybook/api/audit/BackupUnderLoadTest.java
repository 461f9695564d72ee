package io.daybook.api.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.RunningDaybook;
import io.daybook.api.identity.People;
import io.daybook.api.platform.Commands;
import io.daybook.api.platform.Queries;
import io.daybook.messages.Actor;
import io.daybook.messages.audit.ProjectionList;
import io.daybook.messages.audit.ProjectionStatuses;
import io.daybook.messages.projects.CreateProject;
import io.daybook.platform.Identifiers;
import io.daybook.platform.offline.OfflineCommands;
import io.daybook.platform.offline.Terminal;
import io.daybook.platform.postgres.TestDatabase;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Run load, back up meanwhile, lose everything, restore: the read models come out the same. */
final class BackupUnderLoadTest {

    private static final int PROJECTS = 400;

    @TempDir private Path folder;

    @Test
    void whatWasBackedUpUnderLoadIsWholeAndWhatWasBackedUpAtRestIsTheSame() throws Exception {
        TestDatabase first = TestDatabase.create();
        Path data = folder.resolve("data");
        Path underLoad = folder.resolve("under-load.zip");
        Path atRest = folder.resolve("at-rest.zip");
        Map<String, String> before;

        RunningDaybook daybook = start(first, data);
        try {
            // with an administrator a start adds nothing to the log
            People people = new People(daybook);
            people.user();
            People.Bearer anna = people.administrator();
            CountDownLatch underWay = new CountDownLatch(PROJECTS / 10);
            var load = load(daybook, anna, underWay).toFuture();
            assertThat(underWay.await(1, TimeUnit.MINUTES)).isTrue();
            assertThat(run("backup", first, data, underLoad)).isZero();
            load.join();
            settle(daybook);
            assertThat(run("backup", first, data, atRest)).isZero();
            before = checksums(first);
        } finally {
            daybook.stop();
        }

        assertThat(before).containsKey("audit_entries").hasSizeGreaterThan(5);
        assertThat(restored(atRest, data)).isEqualTo(before);
        assertThat(restored(underLoad, data).keySet()).isEqualTo(before.keySet());
    }

    /** Restores into an empty database and lets Daybook make the read models anew. */
    private Map<String, String> restored(Path backup, Path data) {
        TestDatabase empty = TestDatabase.create();
        assertThat(run("restore", empty, data, backup)).isZero();
        RunningDaybook daybook = start(empty, data);
        try {
            settle(daybook);
            assertThat(run("verify", empty, data)).isZero();
            return checksums(empty);
        } finally {
            daybook.stop();
        }
    }

    private static Mono<Void> load(
            RunningDaybook daybook, People.Bearer anna, CountDownLatch underWay) {
        Commands commands = daybook.bean(Commands.class);
        Actor actor = new Actor(Identifiers.next(), anna.session(), false, "192.0.2.7");
        return Flux.range(0, PROJECTS)
                .flatMap(
                        number ->
                                commands.send(
                                        new CreateProject(
                                                Identifiers.next(), "Load " + number, null),
                                        actor),
                        16)
                .doOnNext(done -> underWay.countDown())
                .then();
    }

    /** Until every projection has read the whole log. */
    private static void settle(RunningDaybook daybook) {
        daybook.bean(Queries.class)
                .ask(new ProjectionStatuses(), ProjectionList.class)
                .filter(
                        list ->
                                list.items().stream()
                                        .allMatch(
                                                one ->
                                                        one.rebuild() == null
                                                                && one.position() >= one.head()))
                .switchIfEmpty(Mono.error(new IllegalStateException("not yet")))
                .retryWhen(Retry.fixedDelay(600, Duration.ofMillis(50)))
                .block();
    }

    private static Map<String, String> checksums(TestDatabase database) {
        JdbcTemplate jdbc =
                new JdbcTemplate(
                        new DriverManagerDataSource(
                                database.jdbcUrl(), database.user(), database.password()));
        Map<String, String> checksums = new TreeMap<>();
        for (String view :
                jdbc.queryForList(
                        "select table_name from information_schema.tables where table_schema ="
                                + " 'read'",
                        String.class)) {
            checksums.put(
                    view,
                    Objects.requireNonNullElse(
                            jdbc.queryForObject(
                                    "select count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') from read.\"%s\" t"
                                            .formatted(view),
                                    String.class),
                            ""));
        }
        return checksums;
    }

    private static RunningDaybook start(TestDatabase database, Path data) {
        return RunningDaybook.start(
                Map.of(
                        "daybook.database.url", database.jdbcUrl(),
                        "daybook.database.username", database.user(),
                        "daybook.database.password", database.password(),
                        "daybook.data", data.toString()));
    }

    private static int run(String command, TestDatabase on, Path data, Path... words) {
        PrintStream out =
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        return OfflineCommands.run(
                command,
                List.of(words).stream().map(Path::toString).toList(),
                new Terminal(
                        out,
                        out,
                        Map.of(
                                "DAYBOOK_DATABASE_URL", on.jdbcUrl(),
                                "DAYBOOK_DATABASE_USERNAME", on.user(),
                                "DAYBOOK_DATABASE_PASSWORD", on.password(),
                                "DAYBOOK_DATA", data.toString())));
    }
}
