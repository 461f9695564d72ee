package io.daybook.messages.connections;

import java.util.List;

/** The connections of a user, oldest first. */
public record ConnectionList(List<DatabaseConnection> items) {}
