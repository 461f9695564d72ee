package io.daybook.api.assistant.runs;

import io.daybook.api.assistant.analyst.Proposal;
import io.daybook.api.assistant.analyst.Proposal.Topic;
import io.daybook.api.mcp.ToolResult;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/** Says in a few sentences of markdown what a result shows: the finding, the period, the basis. */
final class Words {

    private Words() {}

    static String of(Proposal.Statement statement, ToolResult result, @Nullable String range) {
        List<String> sentences = new ArrayList<>();
        sentences.add(
                Values.empty(result)
                        ? nothing(statement.topic(), range)
                        : finding(statement.topic(), result));
        if (result.truncated()) {
            sentences.add("Only the first " + result.rows().size() + " rows are shown.");
        }
        String notes = String.join(" ", statement.notes());
        return notes.isEmpty()
                ? String.join(" ", sentences)
                : String.join(" ", sentences) + "\n\n_" + notes + "_";
    }

    static String ofStatement(ToolResult result) {
        int rows = result.rows().size();
        String count = rows == 1 ? "**1 row**" : "**" + rows + " rows**";
        return "The statement returned " + count + (result.truncated() ? ", cut off there." : ".");
    }

    private static String nothing(Topic topic, @Nullable String range) {
        String what = topic.subject().isEmpty() ? "data" : topic.subject();
        String sentence =
                "There is **nothing to show**: no " + what + " match" + period(topic) + ".";
        return range == null ? sentence : sentence + " The data run from " + range + ".";
    }

    private static String finding(Topic topic, ToolResult result) {
        return switch (topic.kind()) {
            case FIGURE -> figure(topic, result);
            case GROUPS, RANKING -> ranking(topic, result);
            case SERIES -> series(topic, result);
            case COMPARISON -> comparison(topic, result);
            case ROWS -> rows(topic, result);
        };
    }

    private static String figure(Topic topic, ToolResult result) {
        StringJoiner figures = new StringJoiner(", ");
        for (int column = 0; column < result.columns().size(); column++) {
            figures.add(
                    Values.spoken(result.columns().get(column).name())
                            + ": **"
                            + Values.shown(result, 0, column)
                            + "**");
        }
        return capital(figures.toString()) + period(topic) + ".";
    }

    private static String ranking(Topic topic, ToolResult result) {
        int figure = Values.firstNumber(result);
        String first = "**" + Values.shown(result, 0, 0) + "**";
        if (figure < 1) {
            return rows(topic, result);
        }
        String measure = Values.spoken(result.columns().get(figure).name());
        String verb = topic.high() ? " leads with " : " is lowest with ";
        String lead = first + verb + "**" + Values.shown(result, 0, figure) + "** " + measure;
        if (result.rows().size() == 1) {
            return lead + period(topic) + ".";
        }
        StringJoiner next = new StringJoiner(" and ");
        for (int row = 1; row < Math.min(3, result.rows().size()); row++) {
            next.add(Values.shown(result, row, 0) + " (" + Values.shown(result, row, figure) + ")");
        }
        return lead + period(topic) + ", followed by " + next + ".";
    }

    private static String series(Topic topic, ToolResult result) {
        int figure = Values.firstNumber(result);
        if (figure < 1) {
            return rows(topic, result);
        }
        int high = Values.extreme(result, figure, 1);
        int low = Values.extreme(result, figure, -1);
        return capital(Values.spoken(result.columns().get(figure).name()))
                + period(topic)
                + " was highest in **"
                + Values.time(result, high, topic.subject())
                + "** ("
                + Values.shown(result, high, figure)
                + ") and lowest in "
                + Values.time(result, low, topic.subject())
                + " ("
                + Values.shown(result, low, figure)
                + "), over "
                + result.rows().size()
                + " "
                + topic.subject()
                + (result.rows().size() == 1 ? "." : "s.");
    }

    private static String comparison(Topic topic, ToolResult result) {
        int figure = Values.firstNumber(result);
        boolean two =
                result.columns().getFirst().name().equals("period")
                        && result.rows().size() == 2
                        && figure == 1;
        if (!two) {
            return ranking(topic, result);
        }
        BigDecimal before = Values.number(result, 0, 1);
        BigDecimal after = Values.number(result, 1, 1);
        String sentence =
                capital(topic.measure())
                        + " was **"
                        + Values.shown(result, 1, 1)
                        + "** in "
                        + Values.shown(result, 1, 0)
                        + " against "
                        + Values.shown(result, 0, 1)
                        + " in "
                        + Values.shown(result, 0, 0);
        if (before == null || after == null || before.signum() == 0) {
            return sentence + ".";
        }
        BigDecimal change =
                after.subtract(before)
                        .multiply(BigDecimal.valueOf(100))
                        .divide(before.abs(), 1, RoundingMode.HALF_UP);
        return sentence + ": **" + (change.signum() > 0 ? "+" : "") + change + " %**.";
    }

    private static String rows(Topic topic, ToolResult result) {
        int count = result.rows().size();
        String what = topic.subject().isEmpty() ? "row" : topic.subject();
        return (count == 1 ? "**1** " + what : "**" + count + "** × " + what) + period(topic) + ".";
    }

    private static String period(Topic topic) {
        return topic.period() == null ? "" : " in " + topic.period().describe();
    }

    private static String capital(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
