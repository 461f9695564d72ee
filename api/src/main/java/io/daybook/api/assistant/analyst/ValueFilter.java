package io.daybook.api.assistant.analyst;

import io.daybook.api.assistant.catalog.Column;

import java.util.List;

/** Values that the question names, found in a column. */
record ValueFilter(Column column, List<String> values) {}
