package io.daybook.api.audit;

import io.daybook.messages.assistant.DashboardFigures;
import io.daybook.messages.assistant.QuestionsOnDay;

import java.util.List;

/** The figures that a person sees first; questions per day (UTC) of the last 14 days. */
public record DashboardResource(
        Connections connections,
        Questions questions,
        Sessions sessions,
        Projects projects,
        List<QuestionsOnDay> perDay) {

    /** Own connections, and how many of them answer. */
    public record Connections(int total, int connected) {}

    /** Own questions. */
    public record Questions(long today, long total, long failed) {}

    /** Devices where the person is signed in. */
    public record Sessions(int active) {}

    /** Own projects. */
    public record Projects(int total) {}

    static DashboardResource of(DashboardFigures figures) {
        return new DashboardResource(
                new Connections(figures.connections(), figures.connectedConnections()),
                new Questions(
                        figures.questionsToday(), figures.questions(), figures.failedQuestions()),
                new Sessions(figures.activeSessions()),
                new Projects(figures.projects()),
                figures.perDay());
    }
}
