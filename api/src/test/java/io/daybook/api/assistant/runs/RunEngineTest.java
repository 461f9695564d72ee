package io.daybook.api.assistant.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.daybook.api.assistant.AssistantSettings;
import io.daybook.api.assistant.RunCommands;
import io.daybook.api.assistant.analyst.Analyst;
import io.daybook.api.mcp.DatabaseSchema;
import io.daybook.api.platform.Caller;
import io.daybook.api.platform.Commands;
import io.daybook.api.platform.LastWrites;
import io.daybook.api.platform.errors.TooManyRequests;
import io.daybook.messages.assistant.AnswerQuestion;
import io.daybook.messages.assistant.AskQuestion;
import io.daybook.messages.assistant.CancelQuestion;
import io.daybook.messages.assistant.FailQuestion;
import io.daybook.messages.identity.Role;
import io.daybook.platform.Identifiers;
import io.daybook.platform.postgres.TestDatabase;

import org.axonframework.commandhandling.SimpleCommandBus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

class RunEngineTest {

    private static final Caller ANNA =
            new Caller(Identifiers.next(), Identifiers.next(), Role.USER, "127.0.0.1");
    private static final Scheduler THREADS =
            Schedulers.fromExecutorService(Executors.newScheduledThreadPool(4));
    private static final String SLOW = "SELECT pg_sleep(60)";

    private final List<Object> log = new CopyOnWriteArrayList<>();
    private final DirectGateway gateway = new DirectGateway(TestDatabase.create(), schema());
    private RunEngine engine;

    @BeforeEach
    void engine() {
        SimpleCommandBus bus = RunCommands.into(log);
        AssistantSettings settings =
                new AssistantSettings(
                        2,
                        100,
                        10,
                        Duration.ofMinutes(1),
                        Duration.ofSeconds(2),
                        1_000_000,
                        100,
                        true);
        Answerer analyst = new AnalystAnswerer(new Analyst(Clock.systemUTC()));
        Answerer statement = new StatementAnswerer();
        engine =
                new RunEngine(
                        settings,
                        new RunLog(new Commands(bus, THREADS, new LastWrites())),
                        gateway,
                        (request, telling) ->
                                (request.model().equals(RunRequest.SQL) ? statement : analyst)
                                        .answer(request, telling));
    }

    @Test
    void tellsTheStatementTheTableTheChartAndTheWords() {
        LiveRun run = start("SELECT * FROM (VALUES ('a', 3), ('b', 2)) AS t (letter, figure)");

        assertThat(types(run))
                .startsWith("start", "data-step")
                .containsSubsequence(
                        "data-sql",
                        "start-step",
                        "tool-input-available",
                        "tool-output-available",
                        "finish-step",
                        "data-table",
                        "data-chart",
                        "text-start",
                        "text-delta",
                        "text-end",
                        "finish");
        assertThat(log).hasSize(2);
        assertThat(log.getFirst()).isInstanceOf(AskQuestion.class);
        assertThat(log.getLast())
                .isInstanceOfSatisfying(
                        AnswerQuestion.class,
                        answer -> {
                            assertThat(answer.rows()).isEqualTo(2);
                            assertThat(answer.chart()).contains("\"bar\"", "letter", "figure");
                            assertThat(answer.answer()).contains("2 rows");
                        });
    }

    @Test
    void tellsThatAStatementIsWrongAndClosesTheRunAsFailed() {
        LiveRun run = start("SELECT nothing FROM nowhere");

        assertThat(types(run)).contains("tool-output-error", "error").endsWith("finish");
        assertThat(log.getLast())
                .isInstanceOfSatisfying(
                        FailQuestion.class,
                        failed -> assertThat(failed.message()).contains("nowhere"));
    }

    @Test
    void saysPlainlyWhatTheAnalystCannotDo() {
        LiveRun run = ask("why is the sky blue", "built-in");

        assertThat(types(run)).doesNotContain("error").endsWith("finish");
        assertThat(log.getLast())
                .isInstanceOfSatisfying(
                        AnswerQuestion.class,
                        answer -> assertThat(answer.answer()).startsWith("I cannot answer this."));
    }

    @Test
    void stopsTheStatementInTheDatabaseWhenItsAskerStops() throws Exception {
        LiveRun run = heard(begin(SLOW));
        await().atMost(Duration.ofSeconds(30)).until(() -> gateway.running("pg_sleep(60)") == 1);

        engine.stop(run);

        assertThat(types(run)).endsWith("abort");
        await().atMost(Duration.ofSeconds(30)).until(() -> gateway.running("pg_sleep(60)") == 0);
        assertThat(log.getLast()).isInstanceOf(CancelQuestion.class);
    }

    @Test
    void stopsAfterAGraceWhenNobodyListensAnyMore() throws Exception {
        LiveRun run = begin(SLOW);
        Disposable listener = engine.listen(run).subscribe();
        await().atMost(Duration.ofSeconds(30)).until(() -> gateway.running("pg_sleep(60)") == 1);

        listener.dispose();

        await().atMost(Duration.ofSeconds(30)).until(run::finished);
        assertThat(log.getLast()).isInstanceOf(CancelQuestion.class);
    }

    @Test
    void goesOnWhenAReloadIsBackWithinTheGrace() {
        LiveRun run = begin("SELECT pg_sleep(3)");
        engine.listen(run).subscribe().dispose();

        assertThat(types(run)).startsWith("start").endsWith("finish");
        assertThat(log.getLast()).isInstanceOf(AnswerQuestion.class);
    }

    @Test
    void givesLateComersAllPartsOfAFinishedRun() {
        LiveRun run = start("SELECT 1 AS one");

        LiveRun found = engine.find(run.id(), ANNA.userId()).orElseThrow();

        assertThat(types(found)).isEqualTo(run.parts().stream().map(RunEngineTest::type).toList());
    }

    @Test
    void hidesARunFromEverybodyElse() {
        LiveRun run = start("SELECT 1 AS one");

        assertThat(engine.find(run.id(), Identifiers.next())).isEmpty();
    }

    @Test
    void refusesMoreAtOnceThanOnePersonMayHave() {
        LiveRun first = heard(begin(SLOW));
        LiveRun second = heard(begin(SLOW));

        assertThatThrownBy(() -> begin("SELECT 1")).isInstanceOf(TooManyRequests.class);

        engine.stop(first);
        engine.stop(second);
        await().atMost(Duration.ofSeconds(30)).until(() -> first.finished() && second.finished());
    }

    @Test
    void closesWhatRunsAsFailedWhenTheNodeStops() throws Exception {
        LiveRun run = heard(begin(SLOW));
        await().atMost(Duration.ofSeconds(30)).until(() -> gateway.running("pg_sleep(60)") == 1);

        engine.stopAll(Duration.ofSeconds(5));

        assertThat(run.finished()).isTrue();
        assertThat(log.getLast())
                .isInstanceOfSatisfying(
                        FailQuestion.class,
                        failed -> assertThat(failed.reason()).isEqualTo("node-stopped"));
    }

    /** Somebody listens, so that no grace runs out. */
    private LiveRun heard(LiveRun run) {
        engine.listen(run).subscribe();
        return run;
    }

    private LiveRun start(String sql) {
        return ask(sql, RunRequest.SQL);
    }

    private LiveRun ask(String question, String model) {
        LiveRun run = begin(question, model);
        engine.listen(run).blockLast(Duration.ofSeconds(30));
        return run;
    }

    private LiveRun begin(String sql) {
        return begin(sql, RunRequest.SQL);
    }

    private LiveRun begin(String question, String model) {
        UUID id = Identifiers.next();
        return engine.start(
                id,
                ANNA,
                Mono.just(new RunRequest(id, ANNA, Identifiers.next(), null, question, model)));
    }

    private List<String> types(LiveRun run) {
        List<Part> parts = engine.listen(run).collectList().block(Duration.ofSeconds(30));
        return parts == null ? List.of() : parts.stream().map(RunEngineTest::type).toList();
    }

    private static String type(Part part) {
        return String.valueOf(part.fields().get("type"));
    }

    private static DatabaseSchema schema() {
        return new DatabaseSchema(
                List.of(
                        new DatabaseSchema.Table(
                                "public",
                                "letters",
                                "table",
                                2,
                                null,
                                List.of(
                                        new DatabaseSchema.Column(
                                                "letter", "text", false, true, null, null)))));
    }
}
