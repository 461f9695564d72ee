package io.daybook.api.assistant.runs;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import io.daybook.api.assistant.AssistantSettings;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The runs that this node knows: all that run, and as many finished ones as fit. */
final class RunMemory {

    private static final Duration KEPT = Duration.ofMinutes(30);

    private final Map<UUID, LiveRun> running = new ConcurrentHashMap<>();
    private final Cache<UUID, LiveRun> finished;

    RunMemory(AssistantSettings settings) {
        // a run weighs at least its share of the bytes, so that the number is bounded too
        int least = Math.max(1, settings.memoryBytes() / Math.max(1, settings.memoryRuns()));
        this.finished =
                Caffeine.newBuilder()
                        .maximumWeight(settings.memoryBytes())
                        .weigher(
                                (UUID id, LiveRun run) ->
                                        Math.clamp(run.bytes(), least, Integer.MAX_VALUE))
                        .expireAfterWrite(KEPT)
                        .build();
    }

    void started(LiveRun run) {
        running.put(run.id(), run);
    }

    void ended(LiveRun run) {
        finished.put(run.id(), run);
        running.remove(run.id());
    }

    Collection<LiveRun> running() {
        return List.copyOf(running.values());
    }

    boolean isRunning(UUID id) {
        return running.containsKey(id);
    }

    long runningOf(UUID owner) {
        return running.values().stream().filter(run -> run.ownedBy(owner)).count();
    }

    /** Ends what runs for a person, and forgets what has ended. */
    void forget(UUID owner) {
        running.values().stream()
                .filter(run -> run.ownedBy(owner))
                .forEach(run -> run.end(LiveRun.End.STOPPED));
        finished.asMap().values().removeIf(run -> run.ownedBy(owner));
    }

    int size() {
        return running.size();
    }

    /** The run, for its owner alone. */
    Optional<LiveRun> find(UUID id, UUID reader) {
        LiveRun run = running.get(id);
        return Optional.ofNullable(run == null ? finished.getIfPresent(id) : run)
                .filter(found -> found.ownedBy(reader));
    }
}
