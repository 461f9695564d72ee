package io.daybook.query.audit.past;

import io.daybook.platform.log.LogToken;

import org.axonframework.eventhandling.TrackedEventMessage;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * Everything that happened to one thing, with the row after each event, in the order of the log.
 *
 * @param <R> the row
 */
record Life<R extends Record>(Kind<R> kind, UUID id, List<Step<R>> steps) {

    /** An event and the row that it left; one that was not taken in left the row as it was. */
    record Step<R extends Record>(TrackedEventMessage<?> event, @Nullable R row, boolean takenIn) {

        long position() {
            return LogToken.positionOf(event);
        }
    }

    /** How many of its events had happened at a position. */
    int countAt(long position) {
        int low = 0;
        int high = steps.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (steps.get(middle).position() <= position) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The row at a position, or null where there was none. */
    @Nullable R rowAt(long position) {
        int count = countAt(position);
        return count == 0 ? null : steps.get(count - 1).row();
    }

    /** The last row that there was up to a position, also when it is gone since. */
    Optional<Step<R>> lastSeen(long position) {
        return steps.subList(0, countAt(position)).reversed().stream()
                .filter(step -> step.row() != null)
                .findFirst();
    }

    /** The event that deleted it, if it was deleted at a position. */
    Optional<Step<R>> deletion(long position) {
        int count = countAt(position);
        Step<R> deleting = null;
        for (int i = count - 1; i >= 0 && isGone(steps.get(i)) && wasThere(i); i--) {
            deleting = steps.get(i);
        }
        return Optional.ofNullable(deleting);
    }

    /** The events up to a position that could not be taken in. */
    List<Long> leftOut(long position) {
        return steps.subList(0, countAt(position)).stream()
                .filter(step -> !step.takenIn())
                .map(Step::position)
                .toList();
    }

    /** Whose it is, as of its last row. */
    Optional<UUID> owner() {
        return lastSeen(Long.MAX_VALUE)
                .map(step -> kind.owner().apply(Objects.requireNonNull(step.row())));
    }

    private boolean isGone(Step<R> step) {
        R row = step.row();
        return row == null || kind.deleted().test(row);
    }

    private boolean wasThere(int index) {
        return steps.subList(0, index).stream().anyMatch(step -> step.row() != null);
    }
}
