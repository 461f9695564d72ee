package io.daybook.messages.audit;

import org.jspecify.annotations.Nullable;

/**
 * What an export took out of the house: the filter as in the page's address (empty: everything),
 * and how those are called now whom it names as who acted and as whom it concerned.
 */
public record ExportedPart(
        String filter, @Nullable String actorName, @Nullable String subjectName) {}
