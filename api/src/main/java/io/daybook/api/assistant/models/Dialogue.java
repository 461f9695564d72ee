package io.daybook.api.assistant.models;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;

import io.daybook.api.assistant.runs.Answer;
import io.daybook.api.assistant.runs.Chart;
import io.daybook.api.assistant.runs.RunRequest;
import io.daybook.api.assistant.runs.Telling;
import io.daybook.api.mcp.DatabaseSchema;
import io.daybook.api.mcp.ToolFailure;
import io.daybook.api.mcp.ToolResult;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A talk with one model about one question; after a failure it goes on from the last tool answer.
 */
final class Dialogue {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, Object>> ARGUMENTS = new TypeReference<>() {};
    private static final int ROWS_FOR_MODEL = 50;
    private static final int MOST_FOR_MODEL = 12_000;

    private final Model model;
    private final ModelSettings settings;
    private final RunRequest request;
    private final Telling telling;
    private final List<ToolSpecification> tools;
    private final List<ChatMessage> messages = new ArrayList<>();
    private @Nullable String statement;
    private @Nullable ToolResult table;
    private String words = "";
    private int texts;

    Dialogue(
            Model model,
            ModelSettings settings,
            Clock clock,
            RunRequest request,
            Telling telling,
            DatabaseSchema schema) {
        this.model = model;
        this.settings = settings;
        this.request = request;
        this.telling = telling;
        this.tools = telling.tools().stream().map(ToolSchemas::of).toList();
        messages.add(SystemMessage.from(Prompt.of(schema, LocalDate.now(clock))));
        messages.add(UserMessage.from(request.question()));
    }

    /** Talks until the model has answered in words. */
    void hold() {
        for (int round = 0; round <= settings.rounds(); round++) {
            boolean last = round == settings.rounds();
            AiMessage said = ask(last);
            messages.add(said);
            if (!said.hasToolExecutionRequests()) {
                words = said.text() == null ? "" : said.text();
                if (words.isBlank() && table == null) {
                    throw new ModelFailed("It gave no usable answer.", false);
                }
                return;
            }
            for (ToolExecutionRequest call : said.toolExecutionRequests()) {
                messages.add(ToolExecutionResultMessage.from(call, result(call)));
            }
        }
        throw new ModelFailed("It asked for more and more.", false);
    }

    /** The answer, its table and chart told. */
    Answer answer() {
        telling.step("question", "Reading the question", "done", null);
        if (table == null) {
            return new Answer(null, words, null, 0);
        }
        Chart chart = Chart.of(table, request.question());
        telling.chart(chart);
        return new Answer(statement, words, chart, table.rows().size());
    }

    /** The last round goes without tools, so that it must end in words. */
    private AiMessage ask(boolean last) {
        ChatRequest.Builder asking = ChatRequest.builder().messages(messages);
        if (!last) {
            asking.toolSpecifications(tools);
        }
        Text text = new Text("answer-" + model.id() + "-" + ++texts);
        try {
            return Reply.to(model.chat(), asking.build(), settings.timeout(), text::add);
        } catch (ModelFailed failed) {
            throw failed;
        } catch (RuntimeException failed) {
            throw ModelFailed.of(failed);
        } finally {
            text.end();
        }
    }

    private String result(ToolExecutionRequest call) {
        Map<String, Object> arguments;
        try {
            String written = call.arguments();
            arguments =
                    written == null || written.isBlank()
                            ? Map.of()
                            : JSON.readValue(written, ARGUMENTS);
        } catch (JacksonException malformed) {
            return "The arguments are not a JSON object. Try again.";
        }
        try {
            ToolResult result = telling.call(call.name(), arguments);
            if (call.name().equals("run_query") && arguments.get("sql") instanceof String sql) {
                statement = sql;
                table = result;
                telling.sql(sql);
                telling.table(result);
            }
            return shown(result);
        } catch (ToolFailure failure) {
            return "It failed (" + failure.reason() + "): " + failure.getMessage();
        }
    }

    private static String shown(ToolResult result) {
        if (result.text() != null && result.columns().isEmpty()) {
            return cut(result.text());
        }
        List<String> columns = result.columns().stream().map(ToolResult.Column::name).toList();
        int rows = Math.min(ROWS_FOR_MODEL, result.rows().size());
        return cut(
                JSON.writeValueAsString(
                        Map.of(
                                "columns",
                                columns,
                                "rows",
                                result.rows().subList(0, rows),
                                "rowCount",
                                result.rows().size(),
                                "truncated",
                                result.truncated())));
    }

    private static String cut(String text) {
        return text.length() > MOST_FOR_MODEL
                ? text.substring(0, MOST_FOR_MODEL) + " (cut off)"
                : text;
    }

    /** The words of one reply; begun with the first of them. */
    private final class Text {

        private final String id;
        private boolean begun;
        private boolean ended;

        Text(String id) {
            this.id = id;
        }

        synchronized void add(@Nullable String delta) {
            if (ended || delta == null || delta.isEmpty()) {
                return;
            }
            if (!begun) {
                begun = true;
                telling.textStart(id);
            }
            telling.textDelta(id, delta);
        }

        synchronized void end() {
            ended = true;
            if (begun) {
                telling.textEnd(id);
            }
        }
    }
}
