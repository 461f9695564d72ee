package io.daybook.api.audit;

import io.daybook.messages.audit.GenerationComparison;
import io.daybook.messages.audit.OldGeneration;
import io.daybook.messages.audit.ProjectionStatus;
import io.daybook.messages.audit.RebuildStatus;
import io.daybook.messages.audit.RebuildStep;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * How a projection stands; the lag is the number of events that it has not read yet, parked is the
 * number of its dead letters. The comparison is the one from before the live generation was swapped
 * in.
 */
public record ProjectionResource(
        String name,
        String description,
        int generation,
        String status,
        long position,
        long head,
        long lag,
        @Nullable String error,
        Instant updatedAt,
        long parked,
        @Nullable GenerationComparison comparison,
        @Nullable Rebuild rebuild,
        @Nullable OldGeneration old) {

    /**
     * A generation that is being built beside the live one; it is running, paused, indexing,
     * comparing, differing (an administrator decides) or failed. The seconds left are those of all
     * steps, and absent where one of them is unknown; those of the step at hand stand there.
     */
    public record Rebuild(
            int generation,
            String cause,
            String state,
            long position,
            long head,
            double eventsPerSecond,
            RebuildStep step,
            @Nullable Long secondsLeft,
            @Nullable String error,
            Instant startedAt,
            long parked,
            @Nullable GenerationComparison comparison) {

        static Rebuild of(RebuildStatus status, long head) {
            return new Rebuild(
                    status.generation(),
                    status.cause(),
                    status.state(),
                    status.position(),
                    head,
                    status.rate(),
                    status.step(),
                    status.secondsLeft(),
                    status.error(),
                    status.startedAt(),
                    status.parked(),
                    status.comparison());
        }
    }

    static ProjectionResource of(ProjectionStatus status) {
        RebuildStatus rebuild = status.rebuild();
        return new ProjectionResource(
                status.name(),
                status.description(),
                status.generation(),
                status.state(),
                status.position(),
                status.head(),
                Math.max(0, status.head() - status.position()),
                status.error(),
                status.updatedAt(),
                status.parked(),
                status.comparison(),
                rebuild == null ? null : Rebuild.of(rebuild, status.head()),
                status.old());
    }
}
