package io.daybook.api.assistant.analyst;

import io.daybook.api.assistant.catalog.Column;

import java.util.List;

/**
 * Looks for texts in the columns of a database; compares without regard to case, blanks and
 * underscores.
 */
public interface ValueSearch {

    /** Finds nothing. */
    ValueSearch NONE = (columns, phrases) -> List.of();

    /** The values found, at most a few for each column. */
    List<Hit> find(List<Column> columns, List<String> phrases);

    /** A value as it is in the database, and the phrase that it matches. */
    record Hit(Column column, String phrase, String value) {}
}
