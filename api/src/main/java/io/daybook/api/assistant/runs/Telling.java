package io.daybook.api.assistant.runs;

import static io.daybook.platform.Spoken.counted;
import static io.daybook.platform.Spoken.lasting;

import io.daybook.api.mcp.DatabaseSchema;
import io.daybook.api.mcp.ToolDefinition;
import io.daybook.api.mcp.ToolFailure;
import io.daybook.api.mcp.ToolGateway;
import io.daybook.api.mcp.ToolResult;
import io.daybook.api.platform.RequestOrigin;

import org.jspecify.annotations.Nullable;

import reactor.core.publisher.Mono;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeoutException;

/** What an answerer works with: the tools of the connection, and the stream to the asker. */
public final class Telling {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final LiveRun run;
    private final RunRequest request;
    private final ToolGateway gateway;
    private int calls;

    Telling(LiveRun run, RunRequest request, ToolGateway gateway) {
        this.run = run;
        this.request = request;
        this.gateway = gateway;
    }

    /** Tells a step or how it went; the same identifier replaces what was told. */
    public void step(String id, String label, String state, @Nullable String detail) {
        run.emit(Part.step(id, label, state, detail));
    }

    public void sql(String sql) {
        run.emit(Part.sql(sql));
    }

    public void table(ToolResult result) {
        run.emit(Part.table(result));
    }

    public void chart(Chart chart) {
        run.emit(Part.chart(chart));
    }

    /** A whole text at once. */
    public void text(String id, String words) {
        textStart(id);
        textDelta(id, words);
        textEnd(id);
    }

    public void textStart(String id) {
        run.emit(Part.textStart(id));
    }

    public void textDelta(String id, String delta) {
        run.emit(Part.textDelta(id, delta));
    }

    public void textEnd(String id) {
        run.emit(Part.textEnd(id));
    }

    public DatabaseSchema schema() {
        return wait(gateway.schema(request.caller(), request.connectionId()));
    }

    public List<ToolDefinition> tools() {
        return wait(gateway.tools(request.caller(), request.connectionId()));
    }

    /** Runs a statement. */
    public ToolResult query(String sql) {
        return call("run_query", Map.of("sql", sql));
    }

    /** Calls a tool and tells of it; a failure is told and thrown. */
    public ToolResult call(String tool, Map<String, Object> arguments) {
        String id = "call-" + ++calls;
        run.emit(Part.plain("start-step"));
        run.emit(Part.toolInput(id, tool, arguments));
        try {
            UUID within = request.runId();
            ToolResult result =
                    wait(
                            gateway.call(
                                            request.caller(),
                                            within,
                                            request.connectionId(),
                                            tool,
                                            arguments)
                                    .contextWrite(RequestOrigin.is(run.origin())));
            run.emit(Part.toolOutput(id, summary(result)));
            return result;
        } catch (ToolFailure failure) {
            run.emit(Part.toolError(id, String.valueOf(failure.getMessage())));
            throw failure;
        } finally {
            run.emit(Part.plain("finish-step"));
        }
    }

    private static String summary(ToolResult result) {
        if (result.columns().isEmpty()) {
            return "answered in " + lasting(result.durationMillis());
        }
        return counted(result.rows().size(), "row")
                + (result.truncated() ? " (cut off)" : "")
                + " in "
                + lasting(result.durationMillis());
    }

    /** Waits on this thread; an interruption cancels what is waited for, down to the database. */
    private static <T> T wait(Mono<T> answer) {
        T found =
                answer.timeout(PATIENCE)
                        .onErrorMap(
                                TimeoutException.class,
                                late ->
                                        new Unanswered(
                                                "timed-out",
                                                "The connection took too long to answer."))
                        .block();
        if (found == null) {
            throw new Unanswered("no-answer", "The connection gave no answer.");
        }
        return found;
    }
}
