package io.daybook.api.platform.observing;

import io.daybook.api.platform.Queries;
import io.daybook.messages.audit.ProjectionList;
import io.daybook.messages.audit.ProjectionStatus;
import io.daybook.messages.audit.ProjectionStatuses;
import io.daybook.platform.proof.Checkpoints;
import io.daybook.platform.proof.LogChain;
import io.daybook.platform.proof.LogChainKeeper;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How far the log, its proof, each projection and each automation have come; looked up every few
 * seconds.
 */
final class LogFigures implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(LogFigures.class);
    private static final Duration PACE = Duration.ofSeconds(5);

    private final Queries queries;
    private final LogChain chain;
    private final Checkpoints checkpoints;
    private final Scheduler virtualThreads;
    private final AutomationFigures automations;
    private final AtomicLong head = new AtomicLong();
    private final AtomicLong chained = new AtomicLong();
    private final AtomicLong unsigned = new AtomicLong();
    private final FiguresOfEach<ProjectionStatus> projections;
    private @Nullable Disposable rounds;

    LogFigures(
            Queries queries,
            LogChain chain,
            Checkpoints checkpoints,
            LogChainKeeper keeper,
            Scheduler virtualThreads,
            MeterRegistry meters) {
        this.queries = queries;
        this.chain = chain;
        this.checkpoints = checkpoints;
        this.virtualThreads = virtualThreads;
        this.automations = new AutomationFigures(queries, meters);
        FunctionCounter.builder("daybook.log.events", head, AtomicLong::get)
                .description("Position of the last event in the log; its rate is that of appending")
                .register(meters);
        Gauge.builder("daybook.log.chained", chained, AtomicLong::get)
                .description("Events that the hash chain covers")
                .register(meters);
        Gauge.builder("daybook.log.unsigned", unsigned, AtomicLong::get)
                .description("Chained events that no checkpoint covers yet")
                .register(meters);
        Gauge.builder("daybook.log.chain.failing", keeper, one -> one.trouble().isPresent() ? 1 : 0)
                .description("1 while this node cannot extend the hash chain")
                .register(meters);
        projections =
                new FiguresOfEach<ProjectionStatus>("projection", ProjectionStatus::name, meters)
                        .with(
                                "position",
                                "Position that a projection has reached",
                                ProjectionStatus::position)
                        .with(
                                "lag",
                                "Positions that a projection is behind the log",
                                one -> Math.max(0, one.head() - one.position()))
                        .with(
                                "failed",
                                "1 when a projection has stopped at an error",
                                one -> one.error() == null ? 0 : 1)
                        .with(
                                "parked",
                                "Events that wait as dead letters of a projection",
                                ProjectionStatus::parked);
    }

    /** Looks once. */
    Mono<Void> look() {
        return queries.ask(new ProjectionStatuses(), ProjectionList.class)
                .doOnNext(list -> take(list.items()))
                .then(automations.look())
                .then(Mono.fromRunnable(this::lookAtProof).subscribeOn(virtualThreads))
                .then();
    }

    private void lookAtProof() {
        chained.set(chain.length());
        unsigned.set(checkpoints.unsigned());
    }

    private void take(List<ProjectionStatus> all) {
        all.stream().mapToLong(ProjectionStatus::head).max().ifPresent(head::set);
        projections.take(all);
    }

    @Override
    public synchronized void start() {
        rounds =
                Flux.interval(Duration.ofSeconds(1), PACE)
                        .onBackpressureDrop()
                        .concatMap(
                                tick ->
                                        look().onErrorResume(
                                                        failure -> {
                                                            log.debug("No figures now", failure);
                                                            return Mono.empty();
                                                        }))
                        .subscribe();
    }

    @Override
    public synchronized void stop() {
        if (rounds != null) {
            rounds.dispose();
            rounds = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return rounds != null;
    }
}
