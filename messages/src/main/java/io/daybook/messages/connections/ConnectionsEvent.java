package io.daybook.messages.connections;

/** Everything that happens to connections and on them. */
public sealed interface ConnectionsEvent permits ConnectionEvent, ToolCallEvent {}
