package io.daybook.api.assistant;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.time.Duration;

/**
 * What questions may take.
 *
 * @param atOncePerUser questions of one person that are being answered at the same time
 * @param perMinute questions of one person in a minute
 * @param atOnce questions that this node answers at the same time
 * @param longest how long one question may take
 * @param grace how long a question goes on when nobody listens any more: a reload is back sooner
 * @param memoryBytes how much of finished answers, rows included, this node keeps
 * @param memoryRuns how many finished answers it keeps at most
 * @param onlyNode whether no other node answers questions: then all that were open at the start are
 *     closed at once
 */
@ConfigurationProperties("daybook.assistant")
public record AssistantSettings(
        @DefaultValue("3") int atOncePerUser,
        @DefaultValue("30") int perMinute,
        @DefaultValue("200") int atOnce,
        @DefaultValue("5m") Duration longest,
        @DefaultValue("5s") Duration grace,
        @DefaultValue("67108864") int memoryBytes,
        @DefaultValue("500") int memoryRuns,
        @DefaultValue("true") boolean onlyNode) {

    /** What holds when nothing is set. */
    public static AssistantSettings defaults() {
        return new AssistantSettings(
                3, 30, 200, Duration.ofMinutes(5), Duration.ofSeconds(5), 67_108_864, 500, true);
    }
}
