package io.daybook.messages.assistant;

import java.util.List;

/**
 * What a user sees first: counts of everything that is theirs, and questions per day (UTC) of the
 * last 14 days.
 */
public record DashboardFigures(
        int connections,
        int connectedConnections,
        long questions,
        long questionsToday,
        long failedQuestions,
        int activeSessions,
        int projects,
        List<QuestionsOnDay> perDay) {}
