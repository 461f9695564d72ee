package io.daybook.messages.projects;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** One page of projects. */
public record ProjectPage(List<Project> items, @Nullable String nextCursor) {}
