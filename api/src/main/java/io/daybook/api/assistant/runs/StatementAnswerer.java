package io.daybook.api.assistant.runs;

import io.daybook.api.mcp.ToolResult;

/** Runs a statement as it was written. */
public final class StatementAnswerer implements Answerer {

    @Override
    public Answer answer(RunRequest request, Telling telling) {
        telling.step("question", "Reading the question", "done", "A statement as written");
        telling.sql(request.question());
        telling.step("query", "Running the statement", "running", null);
        ToolResult result = telling.query(request.question());
        telling.step("query", "Running the statement", "done", null);
        telling.table(result);
        Chart chart = Chart.of(result, "");
        telling.chart(chart);
        String words = Words.ofStatement(result);
        telling.text("answer", words);
        return new Answer(request.question(), words, chart, result.rows().size());
    }
}
