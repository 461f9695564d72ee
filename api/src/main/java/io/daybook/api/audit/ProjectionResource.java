package io.daybook.api.audit;

import io.daybook.messages.audit.ProjectionStatus;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/** How a projection stands; the lag is the number of events that it has not read yet. */
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
        @Nullable Rebuild rebuild) {

    /** A generation that is being built beside the live one. */
    public record Rebuild(
            int generation,
            long position,
            long head,
            double eventsPerSecond,
            @Nullable Long secondsLeft) {}

    static ProjectionResource of(ProjectionStatus status) {
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
                rebuild(status));
    }

    private static @Nullable Rebuild rebuild(ProjectionStatus status) {
        Integer generation = status.rebuildGeneration();
        Long position = status.rebuildPosition();
        Double rate = status.rebuildRate();
        return generation == null || position == null || rate == null
                ? null
                : new Rebuild(
                        generation, position, status.head(), rate, status.rebuildSecondsLeft());
    }
}
