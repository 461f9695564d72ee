package io.daybook.messages.assistant;

/** Everything that happens in the assistant. */
public sealed interface AssistantEvent permits RunEvent {}
