package io.daybook.api.assistant.analyst;

import io.daybook.api.assistant.sql.Tables;

/** An expression over the base table of a statement. */
interface Formula {

    String sql(Tables tables);
}
