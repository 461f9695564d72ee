package io.daybook.api.assistant.analyst;

import io.daybook.api.assistant.catalog.Column;
import io.daybook.api.assistant.catalog.Entity;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/**
 * Which part each mention plays: what to group by, what is wanted, whose rows are meant, what is
 * compared with what, and in which order rows come when single rows are wanted.
 */
record Roles(
        List<Mention> groups,
        List<Want> wants,
        @Nullable Mention subject,
        List<Entity> others,
        Map<Comparison, Mention> compared,
        Map<Comparison, Mention> limits,
        List<Mention> having,
        @Nullable Column rowOrder,
        boolean perGroupAverage) {

    /** Whether figures are wanted rather than rows. */
    boolean figures(Intent intent) {
        return !wants.isEmpty()
                || !groups.isEmpty()
                || !having.isEmpty()
                || intent.time().step() != null
                || (intent.time().other() != null);
    }
}
