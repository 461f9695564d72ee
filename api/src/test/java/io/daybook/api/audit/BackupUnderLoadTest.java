package io.daybook.api.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.ReadModels;
import io.daybook.api.RunningDaybook;
import io.daybook.api.identity.People;
import io.daybook.api.platform.Commands;
import io.daybook.messages.Actor;
import io.daybook.messages.projects.CreateProject;
import io.daybook.platform.Identifiers;
import io.daybook.platform.Jumps;
import io.daybook.platform.offline.OfflineCommands;
import io.daybook.platform.offline.Terminal;
import io.daybook.platform.postgres.TestDatabase;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Run load, back up meanwhile, retire details, lose everything, restore: the read models come out
 * the same.
 */
final class BackupUnderLoadTest {

    private static final int PROJECTS = 400;

    @TempDir private Path folder;

    @Test
    void whatWasBackedUpUnderLoadIsWholeAndWhatWasBackedUpAtRestIsTheSame() throws Exception {
        TestDatabase first = TestDatabase.create();
        Path data = folder.resolve("data");
        Path underLoad = folder.resolve("under-load.zip");
        Path atRest = folder.resolve("at-rest.zip");
        Path export = folder.resolve("log.jsonl");
        Map<String, String> before;
        long events;

        RunningDaybook daybook = start(first, data);
        try {
            // with an administrator a start adds nothing to the log
            People people = new People(daybook);
            OldCalls calls = new OldCalls(daybook, people);
            People.Bearer then = OldCalls.tenDaysAgo(people::user);
            OldCalls.tenDaysAgo(() -> calls.ask(then, calls.connect(then)));
            People.Bearer anna = people.administrator();
            CountDownLatch underWay = new CountDownLatch(PROJECTS / 10);
            var load = load(daybook, anna, underWay).toFuture();
            assertThat(underWay.await(1, TimeUnit.MINUTES)).isTrue();
            assertThat(run("backup", first, data, underLoad)).isZero();
            load.join();
            new ReadModels(daybook).settle();
            calls.retire(anna);
            new ReadModels(daybook).settle();
            assertThat(run("backup", first, data, atRest)).isZero();
            assertThat(run("export-log", first, data, export)).isZero();
            before = new ReadModels(daybook).checksums();
            events = count(daybook);
        } finally {
            daybook.stop();
        }

        assertThat(before).containsKey("audit_entries").hasSizeGreaterThan(5);
        assertThat(restored(atRest, data)).isEqualTo(before);
        assertThat(restored(underLoad, data).keySet()).isEqualTo(before.keySet());
        try (Stream<String> lines = Files.lines(export)) {
            assertThat(lines.filter(line -> line.startsWith("{\"position\":")).count())
                    .isEqualTo(events);
        }
        assertThat(run("verify", first, data, export)).isZero();
    }

    /** Restores into an empty database and lets Daybook make the read models anew. */
    private Map<String, String> restored(Path backup, Path data) {
        TestDatabase empty = TestDatabase.create();
        assertThat(run("restore", empty, data, backup)).isZero();
        RunningDaybook daybook = start(empty, data);
        try {
            ReadModels readModels = new ReadModels(daybook);
            readModels.settle();
            assertThat(run("verify", empty, data)).isZero();
            return readModels.checksums();
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

    private static long count(RunningDaybook daybook) {
        return daybook.bean(JdbcClient.class)
                .sql("select count(*) from domain_event")
                .query(Long.class)
                .single();
    }

    private static RunningDaybook start(TestDatabase database, Path data) {
        return RunningDaybook.start(
                Map.of(
                        "daybook.database.url", database.jdbcUrl(),
                        "daybook.database.username", database.user(),
                        "daybook.database.password", database.password(),
                        "daybook.data", data.toString()),
                new Jumps());
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
