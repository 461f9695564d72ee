package io.daybook.messages.audit;

import java.util.List;

/** How the first differing rows of a rebuild and the live generation differ, now. */
public record RowDifferences(List<RowDifference> items) {}
