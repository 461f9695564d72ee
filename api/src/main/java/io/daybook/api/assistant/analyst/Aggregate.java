package io.daybook.api.assistant.analyst;

/** How many values become one. */
enum Aggregate {
    COUNT,
    SUM,
    AVERAGE,
    MINIMUM,
    MAXIMUM,
    MEDIAN;

    /** As part of a column's name in the result; empty where the measure's own name says it. */
    String prefix() {
        return switch (this) {
            case COUNT, SUM -> "";
            case AVERAGE -> "average_";
            case MINIMUM -> "lowest_";
            case MAXIMUM -> "highest_";
            case MEDIAN -> "median_";
        };
    }

    /** Applies to an expression of SQL. */
    String sql(String expression) {
        return switch (this) {
            case COUNT -> "count(DISTINCT " + expression + ")";
            case SUM -> "sum(" + expression + ")";
            case AVERAGE -> "round(avg(" + expression + ")::numeric, 2)";
            case MINIMUM -> "min(" + expression + ")";
            case MAXIMUM -> "max(" + expression + ")";
            case MEDIAN ->
                    "round((percentile_cont(0.5) WITHIN GROUP (ORDER BY "
                            + expression
                            + "))::numeric, 2)";
        };
    }
}
