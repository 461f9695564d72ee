package io.daybook.messages.assistant;

import java.util.UUID;

/** Asks for the figures of a user's dashboard; answered by {@link DashboardFigures}. */
public record FiguresOfUser(UUID userId) {}
