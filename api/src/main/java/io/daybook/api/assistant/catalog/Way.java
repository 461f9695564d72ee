package io.daybook.api.assistant.catalog;

import java.util.List;

/** How to walk from one entity to another. */
public record Way(List<Step> steps) {

    /** One link, walked from its many side to its one side or back. */
    public record Step(Link link, boolean toOne) {

        public Entity target() {
            return toOne ? link.one() : link.many();
        }

        public Entity source() {
            return toOne ? link.many() : link.one();
        }
    }

    public static final Way NONE = new Way(List.of());

    /** Whether a row at the start can meet several at the end. */
    public boolean multiplies() {
        return steps.stream().anyMatch(step -> !step.toOne());
    }

    public int length() {
        return steps.size();
    }
}
