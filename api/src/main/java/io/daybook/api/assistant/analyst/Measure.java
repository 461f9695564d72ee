package io.daybook.api.assistant.analyst;

import io.daybook.api.assistant.catalog.Column;
import io.daybook.api.assistant.catalog.Entity;

import org.jspecify.annotations.Nullable;

/**
 * A figure over groups of rows: an aggregate of a source, or a count of rows of a table or values.
 */
record Measure(
        String alias,
        Aggregate aggregate,
        @Nullable Source source,
        @Nullable Entity counted,
        @Nullable Column values) {

    /** Whether it is right when each row appears several times. */
    boolean repeatable() {
        return source == null || aggregate == Aggregate.MINIMUM || aggregate == Aggregate.MAXIMUM;
    }

    String sql(Scope scope, boolean repeated) {
        if (values != null) {
            return "count(DISTINCT " + scope.column(values) + ")";
        }
        if (source == null) {
            return count(scope, repeated);
        }
        String value = source.formula().sql(scope.tables());
        if (aggregate == Aggregate.AVERAGE && source.header() != null) {
            String header = scope.tables().column(source.header());
            return "round(sum(" + value + ") / nullif(count(DISTINCT " + header + "), 0), 2)";
        }
        return aggregate.sql(value);
    }

    private String count(Scope scope, boolean repeated) {
        Entity entity = counted == null ? scope.base() : counted;
        boolean own = entity.is(scope.base());
        if ((own && !repeated) || entity.identifier().isEmpty()) {
            return "count(*)";
        }
        return "count(DISTINCT "
                + scope.column(new Column(entity, entity.identifier().get()))
                + ")";
    }
}
