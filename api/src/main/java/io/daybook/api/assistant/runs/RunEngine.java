package io.daybook.api.assistant.runs;

import io.daybook.api.assistant.AssistantSettings;
import io.daybook.api.assistant.runs.LiveRun.End;
import io.daybook.api.mcp.ToolGateway;
import io.daybook.api.platform.Caller;
import io.micrometer.context.ContextSnapshotFactory;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** Starts runs, each on a virtual thread of its own, and lets people join and stop them. */
public final class RunEngine {

    // a run belongs to the trace of the request that asked for it
    private static final ContextSnapshotFactory CONTEXT = ContextSnapshotFactory.builder().build();

    private final AssistantSettings settings;
    private final RunMemory memory;
    private final RunLimits limits;
    private final RunLog log;
    private final ToolGateway gateway;
    private final Answerer answerer;

    public RunEngine(
            AssistantSettings settings, RunLog log, ToolGateway gateway, Answerer answerer) {
        this.settings = settings;
        this.memory = new RunMemory(settings);
        this.limits = new RunLimits(settings);
        this.log = log;
        this.gateway = gateway;
        this.answerer = answerer;
    }

    /**
     * Begins at once, before anything is known of the connection: the first part is there when this
     * returns. Fails with 429 when the person has too many.
     */
    public LiveRun start(UUID runId, Caller caller, Mono<RunRequest> request) {
        LiveRun run = new LiveRun(runId, caller.userId());
        synchronized (limits) {
            limits.admit(caller.userId(), memory);
            memory.started(run);
        }
        run.emit(Part.start(runId));
        run.emit(Part.step("question", "Reading the question", "running", null));
        Runnable work = CONTEXT.captureAll().wrap(() -> work(run, caller, request));
        Thread worker = Thread.ofVirtual().name("run-" + runId).unstarted(work);
        run.works(worker);
        worker.start();
        after(settings.longest(), () -> run.end(End.TIMED_OUT));
        watch(run);
        return run;
    }

    /** The parts from the first on; the last listener who leaves stops the run after a grace. */
    public Flux<Part> listen(LiveRun run) {
        return run.stream(() -> watch(run));
    }

    /** A run in this node's memory, for its owner alone. */
    public Optional<LiveRun> find(UUID id, UUID reader) {
        return memory.find(id, reader);
    }

    /** Whether this node is at work on a run. */
    public boolean works(UUID id) {
        return memory.isRunning(id);
    }

    /** Stops a run, down to the statement in the database. */
    public void stop(LiveRun run) {
        run.end(End.STOPPED);
    }

    /** Stops all runs of a person who is being erased, and forgets those that have ended. */
    public void forget(UUID person) {
        memory.forget(person);
    }

    /** Ends all runs as failed and waits (bounded) until the log says so. */
    public void stopAll(Duration patience) {
        memory.running().forEach(run -> run.end(End.NODE_STOPPING));
        Flux.interval(Duration.ofMillis(20))
                .takeUntil(tick -> memory.size() == 0)
                .take(patience)
                .blockLast();
    }

    private void work(LiveRun run, Caller caller, Mono<RunRequest> request) {
        try {
            new Working(run, caller, log, gateway, answerer).work(request);
        } finally {
            run.finish();
            memory.ended(run);
        }
    }

    private void watch(LiveRun run) {
        after(
                settings.grace(),
                () -> {
                    if (run.abandoned()) {
                        run.end(End.ABANDONED);
                    }
                });
    }

    private static void after(Duration time, Runnable task) {
        Mono.delay(time).subscribe(tick -> task.run());
    }
}
