package io.daybook.api.audit;

import io.daybook.api.audit.OverviewResource.Lag;
import io.daybook.api.platform.Queries;
import io.daybook.messages.audit.ProjectionList;
import io.daybook.messages.audit.ProjectionStatus;
import io.daybook.messages.audit.ProjectionStatuses;

import org.springframework.context.SmartLifecycle;

import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/**
 * How far the read models of this node were behind the log in the last hour: looked at every ten
 * seconds, kept in memory only, since it says how the node fares and not what happened.
 */
final class LagMemory implements SmartLifecycle {

    private static final Duration EVERY = Duration.ofSeconds(10);
    private static final int MOST = 360;

    private final Queries queries;
    private final Clock clock;
    private final Deque<Lag> seen = new ArrayDeque<>();
    private final Disposable.Swap looking = Disposables.swap();
    private volatile boolean running;

    LagMemory(Queries queries, Clock clock) {
        this.queries = queries;
        this.clock = clock;
    }

    /** The lags of the last hour, oldest first. */
    List<Lag> lags() {
        synchronized (seen) {
            return List.copyOf(seen);
        }
    }

    @Override
    public void start() {
        running = true;
        looking.update(
                Flux.interval(Duration.ofSeconds(1), EVERY)
                        .onBackpressureDrop()
                        .concatMap(
                                tick ->
                                        queries.ask(new ProjectionStatuses(), ProjectionList.class)
                                                .onErrorComplete())
                        .subscribe(this::note));
    }

    @Override
    public void stop() {
        running = false;
        looking.update(Disposables.disposed());
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void note(ProjectionList list) {
        list.items().stream()
                .max(Comparator.comparingLong(LagMemory::behind))
                .ifPresent(
                        last -> {
                            long events = behind(last);
                            synchronized (seen) {
                                seen.add(
                                        new Lag(
                                                clock.instant(),
                                                events,
                                                events == 0 ? null : last.name()));
                                if (seen.size() > MOST) {
                                    seen.remove();
                                }
                            }
                        });
    }

    private static long behind(ProjectionStatus status) {
        return Math.max(0, status.head() - status.position());
    }
}
