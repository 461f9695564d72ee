package io.daybook.api.mcp.postgres;

import java.time.Duration;

/**
 * The words that keep a statement from writing; each stands alone, so that a gap in one is closed
 * by another.
 */
final class ReadOnly {

    /** The name of the only cursor. */
    static final String CURSOR = "daybook_answer";

    private ReadOnly() {}

    /**
     * A transaction that refuses to write and bounds every wait; texts of values are made alike on
     * every server. Always rolled back.
     */
    static String begin(Duration statementTimeout) {
        return """
        BEGIN READ ONLY; SET LOCAL statement_timeout = %d; SET LOCAL lock_timeout = 2000; \
        SET LOCAL idle_in_transaction_session_timeout = 60000; SET LOCAL datestyle = 'ISO, YMD'; \
        SET LOCAL timezone = 'UTC'; SET LOCAL intervalstyle = 'iso_8601'; SET LOCAL bytea_output = 'hex'; \
        SET LOCAL extra_float_digits = 1; SET LOCAL standard_conforming_strings = on; \
        SET LOCAL client_min_messages = 'error'\
        """
                .formatted(statementTimeout.toMillis());
    }

    /**
     * By grammar a cursor takes nothing but a query: no SET, RESET, LOCK, COPY, DO, CALL, PREPARE,
     * no writing WITH.
     */
    static String declare(String statement) {
        return "DECLARE " + CURSOR + " NO SCROLL CURSOR FOR " + statement;
    }

    /** Plans exactly what would run, without running it. */
    static String explain(String statement) {
        return "EXPLAIN (VERBOSE, COSTS, FORMAT JSON) " + declare(statement);
    }

    static String fetch(int rows) {
        return "FETCH FORWARD " + rows + " FROM " + CURSOR;
    }

    /** One row without values, to learn the columns of a statement that answered no row. */
    static String columnsOf(String statement) {
        return "SELECT described.* FROM (VALUES (1)) AS one LEFT JOIN (\n"
                + statement
                + "\n) AS described ON false";
    }
}
