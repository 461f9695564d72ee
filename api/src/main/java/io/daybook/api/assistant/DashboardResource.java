package io.daybook.api.assistant;

import io.daybook.messages.assistant.DashboardFigures;
import io.daybook.messages.assistant.QuestionsOnDay;
import io.daybook.messages.assistant.Run;

import java.util.List;

/**
 * What a person sees first: figures, questions per day (UTC) of the last 14 days, the newest
 * questions.
 */
public record DashboardResource(
        Connections connections,
        Questions questions,
        Sessions sessions,
        Projects projects,
        List<QuestionsOnDay> perDay,
        List<RunItem> recentRuns) {

    /** Own connections, and how many of them answer. */
    public record Connections(int total, int connected) {}

    /** Own questions. */
    public record Questions(long today, long total, long failed) {}

    /** Devices where the person is signed in. */
    public record Sessions(int active) {}

    /** Own projects. */
    public record Projects(int total) {}

    static DashboardResource of(DashboardFigures figures, List<Run> recent) {
        return new DashboardResource(
                new Connections(figures.connections(), figures.connectedConnections()),
                new Questions(
                        figures.questionsToday(), figures.questions(), figures.failedQuestions()),
                new Sessions(figures.activeSessions()),
                new Projects(figures.projects()),
                figures.perDay(),
                recent.stream().map(RunItem::of).toList());
    }
}
