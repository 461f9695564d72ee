package io.daybook.api.assistant;

import io.daybook.api.assistant.runs.RunEngine;
import io.daybook.api.assistant.runs.RunLog;
import io.daybook.api.platform.Queries;
import io.daybook.messages.Actor;
import io.daybook.messages.Refusal;
import io.daybook.messages.assistant.Run;
import io.daybook.messages.assistant.RunPage;
import io.daybook.messages.assistant.UnfinishedRuns;
import io.daybook.platform.bus.Origin;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Scheduler;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Closes what a crash left open: at the start all that were asked before it (where this is the only
 * node), then and again those older than any run may be. When the node stops, its own runs end.
 */
final class UnfinishedRunsSweep implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(UnfinishedRunsSweep.class);
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration EVERY = Duration.ofMinutes(1);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration STOPPING = Duration.ofSeconds(5);
    private static final int AT_ONCE = 500;
    private static final Instant WHENEVER = Instant.parse("9999-01-01T00:00:00Z");

    private final AssistantSettings settings;
    private final Queries queries;
    private final RunLog log;
    private final RunEngine engine;
    private final Scheduler scheduler;
    private final Map<UUID, Long> sightings = new HashMap<>();
    private final Disposable.Swap sweeping = Disposables.swap();
    private volatile boolean running;

    UnfinishedRunsSweep(
            AssistantSettings settings,
            Queries queries,
            RunLog log,
            RunEngine engine,
            Scheduler scheduler) {
        this.settings = settings;
        this.queries = queries;
        this.log = log;
        this.engine = engine;
        this.scheduler = scheduler;
    }

    @Override
    public void start() {
        running = true;
        sweeping.update(
                Flux.interval(FIRST, EVERY)
                        .onBackpressureDrop()
                        .publishOn(scheduler, 1)
                        .subscribe(tick -> sweep()));
    }

    @Override
    public void stop() {
        running = false;
        sweeping.update(() -> {});
        engine.stopAll(STOPPING);
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Stops first of all: the log and the databases are still there. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE;
    }

    void sweep() {
        try {
            closeWhatNobodyAnswers();
        } catch (RuntimeException unreachable) {
            LOG.warn(
                    "Unfinished runs could not be closed: {}",
                    unreachable.getClass().getSimpleName());
        }
    }

    private void closeWhatNobodyAnswers() {
        RunPage open =
                queries.ask(new UnfinishedRuns(WHENEVER, AT_ONCE), RunPage.class).block(PATIENCE);
        List<Run> orphans =
                open == null
                        ? List.of()
                        : open.items().stream().filter(run -> !engine.works(run.runId())).toList();
        sightings.keySet().retainAll(orphans.stream().map(Run::runId).toList());
        List<Run> dead = orphans.stream().filter(this::isDead).toList();
        dead.forEach(this::close);
        if (!dead.isEmpty()) {
            LOG.info("Closed {} questions that were left open", dead.size());
        }
    }

    // Another node may be at work on it. How long is counted here: the time at which it was asked
    // is that of a clock, and clocks jump.
    private boolean isDead(Run run) {
        long seen = sightings.computeIfAbsent(run.runId(), first -> System.nanoTime());
        return settings.onlyNode()
                || System.nanoTime() - seen > settings.longest().plus(EVERY).toNanos();
    }

    private void close(Run run) {
        try {
            log.failed(
                    Origin.of(run.runId()),
                    run.runId(),
                    Actor.SYSTEM,
                    "interrupted",
                    "Daybook stopped before this was answered. Ask again.",
                    0);
        } catch (Refusal closed) {
            // the read model has not caught up with its end
            LOG.debug("A question had already ended");
        }
    }
}
