package io.daybook.query.platform;

import io.daybook.messages.audit.ProjectionList;
import io.daybook.messages.audit.ProjectionStatus;
import io.daybook.platform.log.LogToken;
import io.daybook.query.platform.Generation.State;

import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import javax.sql.DataSource;

/**
 * Every projection of this node: feeds the live generations, builds new ones beside them and swaps
 * them in. A projection whose tables are declared differently than when it was built is built anew
 * by itself.
 */
public final class Projections implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Projections.class);
    private static final Duration CHECK = Duration.ofMillis(200);
    private static final Duration SLICE = Duration.ofMillis(50);

    private final List<Projection> projections;
    private final Generations generations;
    private final StreamableMessageSource<TrackedEventMessage<?>> log;
    private final TokenStore tokens;
    private final TransactionManager transactions;
    private final DataSource dataSource;
    private final Clock clock;
    private final Map<String, Feeder> live = new ConcurrentHashMap<>();
    private final Map<String, Rebuild> rebuilds = new ConcurrentHashMap<>();
    private @Nullable ScheduledExecutorService watch;

    Projections(
            List<Projection> projections,
            Generations generations,
            StreamableMessageSource<TrackedEventMessage<?>> log,
            TokenStore tokens,
            TransactionManager transactions,
            DataSource dataSource,
            Clock clock) {
        this.projections = projections;
        this.generations = generations;
        this.log = log;
        this.tokens = tokens;
        this.transactions = transactions;
        this.dataSource = dataSource;
        this.clock = clock;
    }

    @Override
    public synchronized void start() {
        projections.forEach(this::startProjection);
        watch =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().name("projections").daemon().factory());
        var unused =
                watch.scheduleWithFixedDelay(
                        this::swapWhoeverCaughtUp, 0, CHECK.toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * Builds a projection anew from the log beside the live one; does nothing when that is under
     * way already.
     */
    public synchronized void rebuild(String name) {
        projections.stream()
                .filter(projection -> projection.name().equals(name) && !rebuilds.containsKey(name))
                .forEach(projection -> build(projection, generations.create(projection)));
    }

    /**
     * Waits until the projections that answer a query have read the event at a position; false when
     * it takes too long.
     */
    public boolean await(Class<?> query, long position, Duration patience)
            throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        for (Projection projection : projections) {
            if (projection.queries().contains(query)
                    && !await(projection.name(), position, deadline)) {
                return false;
            }
        }
        return true;
    }

    // Looks anew after each slice: the generation that was live when the wait began may have been
    // swapped out since.
    private boolean await(String projection, long position, long deadline)
            throws InterruptedException {
        long left = deadline - System.nanoTime();
        while (left > 0) {
            Feeder feeder = live.get(projection);
            if (feeder == null) {
                return false;
            }
            if (feeder.feed().await(position, Math.min(left, SLICE.toNanos()))) {
                return true;
            }
            feeder.lookUp();
            left = deadline - System.nanoTime();
        }
        return false;
    }

    /** How every projection stands. */
    public ProjectionList status() {
        TrackingToken newest = log.createHeadToken();
        long head = newest == null ? -1 : newest.position().orElse(-1);
        return new ProjectionList(
                projections.stream().map(projection -> status(projection, head)).toList());
    }

    private ProjectionStatus status(Projection projection, long head) {
        Feeder feeder = live.get(projection.name());
        Rebuild rebuild = rebuilds.get(projection.name());
        String error =
                Optional.ofNullable(rebuild)
                        .map(running -> running.feeder().feed().error())
                        .orElseGet(() -> feeder == null ? "not started" : feeder.feed().error());
        return new ProjectionStatus(
                projection.name(),
                projection.description(),
                feeder == null ? 0 : feeder.generation().number(),
                error != null ? "failed" : rebuild != null ? "rebuilding" : "live",
                feeder == null ? -1 : feeder.feed().position(),
                head,
                error,
                feeder == null ? clock.instant() : feeder.feed().updatedAt(),
                rebuild == null ? null : rebuild.feeder().generation().number(),
                rebuild == null ? null : rebuild.feeder().feed().position(),
                rebuild == null ? null : rebuild.rate(clock.instant()),
                rebuild == null ? null : rebuild.secondsLeft(clock.instant(), head));
    }

    private void startProjection(Projection projection) {
        Optional<Generation> current = generations.find(projection, State.LIVE);
        if (current.isPresent()) {
            feedLive(projection, current.get());
            generations
                    .find(projection, State.BUILDING)
                    .or(
                            () ->
                                    outdated(projection, current.get())
                                            ? Optional.of(generations.create(projection))
                                            : Optional.empty())
                    .ifPresent(next -> build(projection, next));
        } else {
            // Nobody has read it yet, so it can be read while it is built.
            Generation first =
                    generations
                            .find(projection, State.BUILDING)
                            .orElseGet(() -> generations.create(projection));
            generations.swap(projection, first, (none, next) -> true);
            feedLive(projection, first);
        }
    }

    private static boolean outdated(Projection projection, Generation generation) {
        return !generation.fingerprint().equals(Generations.fingerprint(projection));
    }

    private void feedLive(Projection projection, Generation generation) {
        Feeder feeder = feeder(projection, generation);
        live.put(projection.name(), feeder);
        feeder.start();
    }

    private void build(Projection projection, Generation generation) {
        LOG.info(
                "Building projection {} anew as generation {}",
                projection.name(),
                generation.number());
        Feeder feeder = feeder(projection, generation);
        feeder.lookUp();
        rebuilds.put(
                projection.name(),
                new Rebuild(projection, feeder, clock.instant(), feeder.feed().position()));
        feeder.start();
    }

    private Feeder feeder(Projection projection, Generation generation) {
        return new Feeder(projection, generation, log, tokens, transactions, dataSource, clock);
    }

    private void swapWhoeverCaughtUp() {
        try {
            List.copyOf(rebuilds.values()).forEach(this::swapIfCaughtUp);
        } catch (RuntimeException e) {
            LOG.warn("A rebuilt projection could not be swapped in; trying again", e);
        }
    }

    private synchronized void swapIfCaughtUp(Rebuild rebuild) {
        Projection projection = rebuild.projection();
        Feeder next = rebuild.feeder();
        Feeder current = live.get(projection.name());
        List<Generation> old = generations.old(projection);
        if (current == null
                || !generations.swap(
                        projection, next.generation(), (stored, other) -> caughtUp(stored, next))) {
            return;
        }
        live.put(projection.name(), next);
        rebuilds.remove(projection.name());
        current.close();
        // The generation before stays for a return; those before it go.
        old.forEach(generations::drop);
        LOG.info(
                "Projection {} now is generation {}",
                projection.name(),
                next.generation().number());
    }

    // Compares with what the live one has stored, not with what it has told so far.
    private boolean caughtUp(Generation live, Feeder next) {
        TrackingToken there = tokens.fetchToken(live.processor(), 0);
        long position = there == null ? -1 : there.position().orElse(-1);
        return LogToken.covers(next.feed().token(), position) && next.feed().error() == null;
    }

    @Override
    public synchronized void stop() {
        if (watch != null) {
            watch.shutdownNow();
            watch = null;
        }
        Map<String, Feeder> all = new HashMap<>(live);
        all.values().forEach(Feeder::close);
        rebuilds.values().forEach(rebuild -> rebuild.feeder().close());
        live.clear();
        rebuilds.clear();
    }

    @Override
    public synchronized boolean isRunning() {
        return watch != null;
    }

    private record Rebuild(
            Projection projection, Feeder feeder, Instant startedAt, long startedFrom) {

        double rate(Instant now) {
            double seconds = Math.max(0.001, Duration.between(startedAt, now).toMillis() / 1000.0);
            return Math.max(0, feeder.feed().position() - startedFrom) / seconds;
        }

        @Nullable Long secondsLeft(Instant now, long head) {
            double rate = rate(now);
            return rate <= 0
                    ? null
                    : Math.round(Math.max(0, head - feeder.feed().position()) / rate);
        }
    }
}
