package io.daybook.api.assistant.runs;

import io.daybook.api.mcp.ToolResult;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.json.JsonMapper;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** One part of an answer, in the AI SDK's UI message stream (version 1). */
public record Part(Map<String, @Nullable Object> fields, String json) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static Part start(UUID run) {
        return of("start", "messageId", run.toString());
    }

    static Part step(String id, String label, String state, @Nullable String detail) {
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("label", label);
        data.put("state", state);
        if (detail != null) {
            data.put("detail", detail);
        }
        return data("step", id, data);
    }

    static Part toolInput(String call, String tool, Map<String, Object> input) {
        return of("tool-input-available", "toolCallId", call, "toolName", tool, "input", input);
    }

    static Part toolOutput(String call, String summary) {
        return of(
                "tool-output-available", "toolCallId", call, "output", Map.of("summary", summary));
    }

    static Part toolError(String call, String message) {
        return of("tool-output-error", "toolCallId", call, "errorText", message);
    }

    static Part sql(String sql) {
        return data("sql", "sql", Map.of("sql", sql));
    }

    static Part table(ToolResult result) {
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("columns", result.columns());
        data.put("rows", result.rows());
        data.put("rowCount", result.rows().size());
        data.put("truncated", result.truncated());
        data.put("durationMs", result.durationMillis());
        return data("table", "table", data);
    }

    static Part chart(Chart chart) {
        return data("chart", "chart", chart);
    }

    static Part textStart(String id) {
        return of("text-start", "id", id);
    }

    static Part textDelta(String id, String delta) {
        return of("text-delta", "id", id, "delta", delta);
    }

    static Part textEnd(String id) {
        return of("text-end", "id", id);
    }

    static Part error(String message) {
        return of("error", "errorText", message);
    }

    /** The end; the position lets a client read what the log says of the run. */
    static Part finish(long position) {
        return position < 0
                ? plain("finish")
                : of("finish", "messageMetadata", Map.of("position", position));
    }

    /** A part that is only its type: start-step, finish-step, abort, finish. */
    static Part plain(String type) {
        return of(type);
    }

    /** The answer of a run that is no longer in memory, as far as the log keeps it. */
    public static List<Part> kept(
            UUID run,
            @Nullable String sql,
            @Nullable Object chart,
            @Nullable String words,
            @Nullable String error) {
        List<Part> parts = new ArrayList<>();
        parts.add(start(run));
        if (sql != null) {
            parts.add(sql(sql));
        }
        if (chart != null) {
            parts.add(data("chart", "chart", chart));
        }
        if (words != null) {
            parts.addAll(
                    List.of(textStart("answer"), textDelta("answer", words), textEnd("answer")));
        }
        if (error != null) {
            parts.add(error(error));
        }
        parts.add(plain("finish"));
        return parts;
    }

    private static Part data(String kind, String id, Object data) {
        return of("data-" + kind, "id", id, "data", data);
    }

    private static Part of(String type, Object... pairs) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("type", type);
        for (int index = 0; index < pairs.length; index += 2) {
            fields.put(String.valueOf(pairs[index]), pairs[index + 1]);
        }
        return new Part(fields, JSON.writeValueAsString(fields));
    }
}
