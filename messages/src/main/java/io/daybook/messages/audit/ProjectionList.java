package io.daybook.messages.audit;

import java.util.List;

/** Every projection. */
public record ProjectionList(List<ProjectionStatus> items) {}
