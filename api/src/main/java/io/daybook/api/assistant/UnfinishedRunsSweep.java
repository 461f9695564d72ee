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

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

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

    private final AssistantSettings settings;
    private final Queries queries;
    private final RunLog log;
    private final RunEngine engine;
    private final Scheduler scheduler;
    private final Clock clock;
    private final Disposable.Swap sweeping = Disposables.swap();
    private volatile boolean running;
    private Instant begun = Instant.MAX;

    UnfinishedRunsSweep(
            AssistantSettings settings,
            Queries queries,
            RunLog log,
            RunEngine engine,
            Scheduler scheduler,
            Clock clock) {
        this.settings = settings;
        this.queries = queries;
        this.log = log;
        this.engine = engine;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    @Override
    public void start() {
        running = true;
        begun = clock.instant();
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
        Instant old = clock.instant().minus(settings.longest()).minus(EVERY);
        try {
            close(settings.onlyNode() && begun.isAfter(old) ? begun : old);
        } catch (RuntimeException unreachable) {
            LOG.warn(
                    "Unfinished runs could not be closed: {}",
                    unreachable.getClass().getSimpleName());
        }
    }

    private void close(Instant before) {
        RunPage open =
                queries.ask(new UnfinishedRuns(before, AT_ONCE), RunPage.class).block(PATIENCE);
        if (open == null || open.items().isEmpty()) {
            return;
        }
        open.items().forEach(this::close);
        LOG.info("Closed {} questions that were left open", open.items().size());
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
