package io.daybook.api.mcp.postgres;

import io.daybook.api.mcp.ConnectionsSettings;
import io.daybook.api.mcp.ToolFailure;

import reactor.core.publisher.Mono;
import reactor.pool.InstrumentedPool;
import reactor.pool.PoolBuilder;
import reactor.pool.PooledRef;

import java.time.Duration;
import java.util.Set;
import java.util.function.Function;

/**
 * The few sessions of one connection: opened when needed, cleaned after each call, closed when
 * idle.
 */
final class SessionPool {

    private static final int WAITING = 32;
    private static final Duration LONGEST_LIFE = Duration.ofMinutes(30);

    private final InstrumentedPool<PostgresSession> pool;
    private final Duration waiting;

    SessionPool(Mono<PostgresSession> open, ConnectionsSettings settings) {
        this.waiting = settings.connectTimeout().plusSeconds(5);
        this.pool =
                PoolBuilder.from(open)
                        .sizeBetween(0, settings.poolSize())
                        .maxPendingAcquire(WAITING)
                        .releaseHandler(PostgresSession::clean)
                        .destroyHandler(PostgresSession::close)
                        .evictionPredicate(
                                (session, life) ->
                                        session.closed()
                                                || life.idleTime()
                                                        > settings.idleTimeout().toMillis()
                                                || life.lifeTime() > LONGEST_LIFE.toMillis())
                        .evictInBackground(Duration.ofSeconds(30))
                        .buildPool();
    }

    /**
     * Works in a session. What ends otherwise than by an answer of the database (cancelled, timed
     * out, broken) stops the statement there and costs the session.
     */
    <T> Mono<T> in(Function<PostgresSession, Mono<T>> work) {
        return Mono.usingWhen(
                pool.acquire(waiting),
                session ->
                        work.apply(session.poolable())
                                .onErrorMap(failure -> told(failure, session.poolable())),
                SessionPool::giveBack,
                (session, failure) -> afterFailure(session, failure),
                session -> drop(session));
    }

    Mono<Void> close() {
        return pool.disposeLater();
    }

    private static Throwable told(Throwable failure, PostgresSession session) {
        return PostgresTroubles.running(failure, session.flooded());
    }

    /** The answer does not wait for the cleaning; a session that cannot be cleaned is dropped. */
    private static Mono<Void> giveBack(PooledRef<PostgresSession> session) {
        session.release().onErrorResume(dirty -> session.invalidate()).subscribe();
        return Mono.empty();
    }

    private static Mono<Void> afterFailure(PooledRef<PostgresSession> session, Throwable failure) {
        boolean answered =
                failure instanceof ToolFailure known
                        && STILL_USABLE.contains(known.reason())
                        && !session.poolable().closed();
        return answered ? giveBack(session) : drop(session);
    }

    private static Mono<Void> drop(PooledRef<PostgresSession> session) {
        session.poolable().abort().then(session.invalidate()).onErrorComplete().subscribe();
        return Mono.empty();
    }

    /** Reasons that the database itself gave, or that were found before anything ran. */
    private static final Set<String> STILL_USABLE =
            Set.of(
                    "statement-failed",
                    "function-not-allowed",
                    "read-only",
                    "not-permitted",
                    "invalid-arguments");
}
