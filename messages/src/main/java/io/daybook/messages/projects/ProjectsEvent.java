package io.daybook.messages.projects;

/** Everything that happens to projects. */
public sealed interface ProjectsEvent permits ProjectEvent {}
