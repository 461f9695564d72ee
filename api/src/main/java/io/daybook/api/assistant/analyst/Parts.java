package io.daybook.api.assistant.analyst;

import io.daybook.api.assistant.analyst.Mention.Role;
import io.daybook.api.assistant.catalog.Column;
import io.daybook.api.assistant.catalog.Entity;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The parts that have been given out so far, and the mentions that have none yet. */
final class Parts {

    final List<Mention> open;
    final List<Mention> groups = new ArrayList<>();
    final List<Want> wants = new ArrayList<>();
    final List<Mention> having = new ArrayList<>();
    final Map<Comparison, Mention> compared = new LinkedHashMap<>();
    final Map<Comparison, Mention> limits = new LinkedHashMap<>();
    @Nullable Column rowOrder;
    boolean perGroupAverage;

    Parts(List<Mention> mentions) {
        this.open =
                new ArrayList<>(
                        mentions.stream().filter(it -> it.role() != Role.EXCLUDED).toList());
    }

    void group(@Nullable Mention mention) {
        if (mention != null && !groups.contains(mention)) {
            groups.add(mention);
            open.remove(mention);
        }
    }

    /** The nearest number named before a place. */
    @Nullable Mention before(int place, int reach) {
        Mention found = null;
        for (Mention mention : open) {
            if (mention.end() <= place
                    && place - mention.end() <= reach
                    && (mention.measure() || numeric(mention) || mention.temporal())) {
                found = mention;
            }
        }
        return found;
    }

    @Nullable Mention after(int place, int reach) {
        return open.stream()
                .filter(it -> it.start() >= place && it.start() - place <= reach)
                .findFirst()
                .orElse(null);
    }

    /** The last thing (not a figure) named before a place. */
    @Nullable Mention named(int place) {
        return open.stream()
                .filter(it -> it.end() <= place && !it.measure() && !it.temporal())
                .reduce((first, second) -> second)
                .orElse(null);
    }

    /** Whether a figure is one of the thing's own numbers. */
    static boolean own(@Nullable Mention subject, Mention measure) {
        return ownColumn(subject, measure) != null;
    }

    static @Nullable Column ownColumn(@Nullable Mention subject, Mention measure) {
        Entity entity = subject == null ? null : subject.entity();
        return measure.columns().stream()
                .map(Candidate.OfColumn::column)
                .filter(
                        column ->
                                entity != null
                                        && column.entity().is(entity)
                                        && column.field().type().numeric())
                .findFirst()
                .orElse(null);
    }

    static boolean numeric(Mention mention) {
        return mention.entity() == null
                && mention.columns().stream().anyMatch(it -> it.column().field().type().numeric());
    }

    /** A column that nobody mentioned by its name. */
    static Mention made(Column column) {
        return new Mention(
                -1, -1, Role.PLAIN, false, "", List.of(new Candidate.OfColumn(column, 1)));
    }
}
