package io.daybook.api.assistant.runs;

import io.daybook.api.assistant.analyst.Analyst;
import io.daybook.api.assistant.analyst.Proposal;
import io.daybook.api.assistant.analyst.ValueQuery;
import io.daybook.api.assistant.analyst.ValueSearch;
import io.daybook.api.assistant.catalog.Column;
import io.daybook.api.mcp.DatabaseSchema;
import io.daybook.api.mcp.ToolFailure;
import io.daybook.api.mcp.ToolResult;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** Answers with the built-in analyst. */
public final class AnalystAnswerer implements Answerer {

    private final Analyst analyst;

    public AnalystAnswerer(Analyst analyst) {
        this.analyst = analyst;
    }

    @Override
    public Answer answer(RunRequest request, Telling telling) {
        telling.step("schema", "Looking at the database", "running", null);
        DatabaseSchema schema = telling.schema();
        telling.step(
                "schema", "Looking at the database", "done", schema.tables().size() + " tables");
        Proposal proposal = analyst.propose(schema, request.question(), values(telling));
        telling.step("question", "Reading the question", "done", null);
        return switch (proposal) {
            case Proposal.Statement statement -> run(statement, request, telling);
            case Proposal.Regret regret -> regret(regret, telling);
        };
    }

    private static Answer run(Proposal.Statement statement, RunRequest request, Telling telling) {
        telling.sql(statement.sql());
        telling.step("query", "Running the statement", "running", null);
        ToolResult result = telling.query(statement.sql());
        telling.step("query", "Running the statement", "done", null);
        telling.table(result);
        Chart chart = Chart.of(result, request.question());
        telling.chart(chart);
        String words = Words.of(statement, result, range(statement, result, telling));
        telling.text("answer", words);
        return new Answer(statement.sql(), words, chart, result.rows().size());
    }

    private static Answer regret(Proposal.Regret regret, Telling telling) {
        StringBuilder words = new StringBuilder("I cannot answer this. ").append(regret.message());
        if (!regret.suggestions().isEmpty()) {
            words.append("\n\nYou could ask, for example:\n");
            regret.suggestions().forEach(suggestion -> words.append("\n- ").append(suggestion));
        }
        telling.text("answer", words.toString());
        return new Answer(null, words.toString(), null, 0);
    }

    /** When nothing was found in a period, which time the data cover. */
    private static @Nullable String range(
            Proposal.Statement statement, ToolResult result, Telling telling) {
        if (statement.rangeSql() == null || !Values.empty(result)) {
            return null;
        }
        ToolResult range = telling.query(statement.rangeSql());
        return Values.empty(range)
                ? null
                : Values.shown(range, 0, 0) + " to " + Values.shown(range, 0, 1);
    }

    private static ValueSearch values(Telling telling) {
        return (columns, phrases) -> search(columns, phrases, telling);
    }

    private static List<ValueSearch.Hit> search(
            List<Column> columns, List<String> phrases, Telling telling) {
        if (columns.isEmpty()) {
            return List.of();
        }
        String named = "“" + phrases.getFirst() + "”";
        telling.step("values", "Looking for " + named + " in the values", "running", null);
        try {
            List<ValueSearch.Hit> hits =
                    ValueQuery.hits(
                            columns, telling.query(ValueQuery.sql(columns, phrases)).rows());
            telling.step(
                    "values",
                    "Looking for " + named + " in the values",
                    "done",
                    hits.isEmpty() ? "nothing found" : null);
            return hits;
        } catch (ToolFailure failure) {
            // too big a table to look through: the question may still be answered without
            telling.step(
                    "values",
                    "Looking for " + named + " in the values",
                    "failed",
                    failure.getMessage());
            return List.of();
        }
    }
}
