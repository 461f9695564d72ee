package io.daybook.api.assistant.models;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.assistant.AssistantSettings;
import io.daybook.api.assistant.RunCommands;
import io.daybook.api.assistant.runs.Answer;
import io.daybook.api.assistant.runs.DirectGateway;
import io.daybook.api.assistant.runs.LiveRun;
import io.daybook.api.assistant.runs.Part;
import io.daybook.api.assistant.runs.RunEngine;
import io.daybook.api.assistant.runs.RunLog;
import io.daybook.api.assistant.runs.RunRequest;
import io.daybook.api.mcp.DatabaseSchema;
import io.daybook.api.platform.Caller;
import io.daybook.api.platform.Commands;
import io.daybook.api.platform.LastWrites;
import io.daybook.messages.assistant.AnswerQuestion;
import io.daybook.messages.identity.Role;
import io.daybook.platform.Identifiers;
import io.daybook.platform.postgres.TestDatabase;

import org.axonframework.commandhandling.SimpleCommandBus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

class ModelAnswererTest {

    private static final Caller ANNA =
            new Caller(Identifiers.next(), Identifiers.next(), Role.USER, "127.0.0.1");
    private static final TestDatabase DATABASE = TestDatabase.create();
    private static final Scheduler THREADS =
            Schedulers.fromExecutorService(Executors.newScheduledThreadPool(4));

    private static final String OPENAI_CALL =
            """
            {"id":"1","object":"chat.completion.chunk","created":1,"model":"m","choices":[{"index":0,"delta":{"role":"assistant","tool_calls":[{"index":0,"id":"c1","type":"function","function":{"name":"run_query","arguments":""}}]}}]}\
            """;
    private static final String OPENAI_CALL_REST =
            """
            {"id":"1","object":"chat.completion.chunk","created":1,"model":"m","choices":[{"index":0,"delta":{"tool_calls":[{"index":0,"function":{"arguments":"{\\"sql\\":\\"SELECT 42 AS answer\\"}"}}]}}]}\
            """;
    private static final String OPENAI_CALL_END =
            """
            {"id":"1","object":"chat.completion.chunk","created":1,"model":"m","choices":[{"index":0,"delta":{},"finish_reason":"tool_calls"}]}\
            """;
    private static final String GEMINI_CALL =
            """
            {"candidates":[{"content":{"role":"model","parts":[{"functionCall":{"name":"run_query","args":{"sql":"SELECT 42 AS answer"}}}]},"finishReason":"STOP"}]}\
            """;
    private static final String GEMINI_WORDS =
            """
            {"candidates":[{"content":{"role":"model","parts":[{"text":"Gemini says 42."}]},"finishReason":"STOP"}]}\
            """;

    private final List<Object> log = new CopyOnWriteArrayList<>();
    private ModelServer openai;
    private ModelServer gemini;

    @BeforeEach
    void servers() throws IOException {
        openai = new ModelServer();
        gemini = new ModelServer();
    }

    @AfterEach
    void close() {
        openai.close();
        gemini.close();
    }

    @Test
    void letsAnOpenAiModelCallToolsAndStreamsItsWords() {
        openai.events(OPENAI_CALL, OPENAI_CALL_REST, OPENAI_CALL_END, "[DONE]")
                .events(words("It is "), words("**42**."), end(), "[DONE]");

        List<Part> parts = ask("openai");

        assertThat(json(parts))
                .containsSubsequence(
                        "\"toolName\":\"run_query\"",
                        "SELECT 42 AS answer",
                        "\"data-table\"",
                        "It is ",
                        "**42**.",
                        "\"finish\"");
        assertThat(answer().statement()).isEqualTo("SELECT 42 AS answer");
        assertThat(answer().answer()).isEqualTo("It is **42**.");
        assertThat(openai.requests().getLast()).contains("\"tool_call_id\"").contains("42");
    }

    @Test
    void letsAGeminiModelCallToolsAndStreamsItsWords() {
        gemini.events(GEMINI_CALL).events(GEMINI_WORDS);

        List<Part> parts = ask("gemini");

        assertThat(json(parts)).contains("\"data-table\"", "Gemini says 42.");
        assertThat(answer().statement()).isEqualTo("SELECT 42 AS answer");
    }

    @Test
    void asksAgainWhenAModelIsBusy() {
        openai.status(429).events(words("Done."), end(), "[DONE]");

        ask("openai");

        assertThat(openai.requests()).hasSize(2);
        assertThat(answer().answer()).isEqualTo("Done.");
    }

    @Test
    void goesOnWithTheNextModelWhenOneStaysBroken() {
        openai.status(500).status(500).status(500);
        gemini.events(GEMINI_WORDS);

        List<Part> parts = ask("openai");

        assertThat(openai.requests()).hasSize(3);
        assertThat(json(parts)).contains("\"state\":\"failed\"");
        assertThat(answer().answer()).isEqualTo("Gemini says 42.");
    }

    @Test
    void doesNotAskAgainWithAKeyThatWasRefused() {
        openai.status(401);
        gemini.events(GEMINI_WORDS);

        ask("openai");

        assertThat(openai.requests()).hasSize(1);
        assertThat(answer().answer()).isEqualTo("Gemini says 42.");
    }

    @Test
    void leavesAModelThatHangs() {
        openai.hang();
        gemini.events(GEMINI_WORDS);

        ask("openai");

        assertThat(answer().answer()).isEqualTo("Gemini says 42.");
    }

    @Test
    void fallsBackToTheBuiltInAnalystWhenNoModelAnswersUsably() {
        openai.events("this is not JSON", "[DONE]");
        gemini.status(400);

        ask("openai");

        assertThat(answer().statement()).contains("count(*)").contains("letters");
    }

    @Test
    void tellsTheModelWhatWasWrongWithAStatement() {
        openai.events(
                        OPENAI_CALL,
                        OPENAI_CALL_REST.replace(
                                "SELECT 42 AS answer", "SELECT nothing FROM nowhere"),
                        OPENAI_CALL_END,
                        "[DONE]")
                .events(words("There is no such table."), end(), "[DONE]");

        ask("openai");

        assertThat(openai.requests().getLast()).contains("statement-refused");
        assertThat(answer().answer()).isEqualTo("There is no such table.");
    }

    @Test
    void endsAModelThatOnlyEverCallsTools() {
        for (int round = 0; round <= 2; round++) {
            openai.events(OPENAI_CALL, OPENAI_CALL_REST, OPENAI_CALL_END, "[DONE]");
        }
        gemini.events(GEMINI_WORDS);

        ask("openai");

        assertThat(openai.requests()).hasSize(3);
        assertThat(openai.requests().getLast()).doesNotContain("\"tools\"");
        assertThat(answer().answer()).isEqualTo("Gemini says 42.");
    }

    @Test
    void neverShowsAKey() {
        assertThat(settings().toString()).doesNotContain("secret");
    }

    private List<Part> ask(String model) {
        SimpleCommandBus bus = RunCommands.into(log);
        Clock clock = Clock.systemUTC();
        ModelAnswerer answerer =
                new ModelAnswerer(
                        new Models(settings(), clock),
                        settings(),
                        clock,
                        (request, telling) ->
                                new Answer("SELECT count(*) FROM letters", "built-in", null, 0));
        RunEngine engine =
                new RunEngine(
                        AssistantSettings.defaults(),
                        new RunLog(new Commands(bus, THREADS, new LastWrites())),
                        new DirectGateway(DATABASE, new DatabaseSchema(List.of())),
                        answerer);
        UUID id = Identifiers.next();
        LiveRun run =
                engine.start(
                        id,
                        ANNA,
                        Mono.just(
                                new RunRequest(
                                        id,
                                        ANNA,
                                        Identifiers.next(),
                                        null,
                                        "what is the answer",
                                        model)));
        engine.listen(run).blockLast(Duration.ofSeconds(60));
        return run.parts();
    }

    private AnswerQuestion answer() {
        assertThat(log.getLast()).isInstanceOf(AnswerQuestion.class);
        return (AnswerQuestion) log.getLast();
    }

    private ModelSettings settings() {
        return new ModelSettings(
                new ModelSettings.OpenAi("secret-one", openai.url() + "/v1", "m"),
                new ModelSettings.Gemini("secret-two", gemini.url() + "/v1beta", "g"),
                Duration.ofSeconds(4),
                2);
    }

    private static String json(List<Part> parts) {
        return String.join("\n", parts.stream().map(Part::json).toList());
    }

    private static String words(String text) {
        return "{\"id\":\"1\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"m\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\""
                + text
                + "\"}}]}";
    }

    private static String end() {
        return "{\"id\":\"1\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"m\",\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}";
    }
}
