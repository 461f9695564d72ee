package io.daybook.query.platform;

import io.daybook.query.platform.Generation.Cause;
import io.daybook.query.platform.Generation.State;

import org.axonframework.eventhandling.TrackingToken;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

import java.util.Objects;
import java.util.Optional;

/**
 * Keeps the tables of generations: makes them, drops them, and lets readers see others in one
 * transaction.
 */
final class Generations {

    /** From so many events on a generation gets its indexes only when it is filled. */
    private static final int LONG = 10_000;

    private final JdbcClient jdbc;
    private final GenerationRows rows;
    private final StoredTokens tokens;
    private final TransactionOperations transactions;
    private final ShortLocks locks;

    Generations(
            JdbcClient jdbc,
            GenerationRows rows,
            StoredTokens tokens,
            TransactionOperations transactions) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.tokens = tokens;
        this.transactions = transactions;
        this.locks = new ShortLocks(jdbc, transactions);
    }

    /** Makes the tables of the next generation, empty; or finds the one that is being built. */
    Generation create(Projection projection, Cause cause) {
        return Objects.requireNonNull(
                transactions.execute(
                        status -> {
                            // One node at a time; the others then find what it made.
                            jdbc.sql("select pg_advisory_xact_lock(hashtext('projection/' || ?))")
                                    .param(projection.name())
                                    .query()
                                    .listOfRows();
                            return rows.find(State.BUILDING, projection.name())
                                    .orElseGet(() -> createNext(projection, cause));
                        }));
    }

    private Generation createNext(Projection projection, Cause cause) {
        Declaration declaration = Declaration.of(projection);
        jdbc.sql(
                        """
                        insert into projection_generation (projection, generation, state, fingerprint, cause, indexed)
                        select ?, coalesce(max(generation), 0) + 1, 'building', ?, ?, ?
                        from projection_generation where projection = ?
                        """)
                .params(
                        projection.name(),
                        declaration.fingerprint(),
                        cause.text(),
                        cause == Cause.FIRST && !isLogLong(),
                        projection.name())
                .update();
        Generation next = rows.find(State.BUILDING, projection.name()).orElseThrow();
        jdbc.sql("create schema " + next.schema()).update();
        declaration.tables(next.schema()).forEach(statement -> jdbc.sql(statement).update());
        if (next.indexed()) {
            declaration.indexes(next.schema()).forEach(statement -> jdbc.sql(statement).update());
        }
        return next;
    }

    // What is live from its first event on is better read along indexes, unless they would hold up
    // a long fill.
    private boolean isLogLong() {
        return jdbc.sql("select exists (select from domain_event offset ?)")
                .param(LONG)
                .query(Boolean.class)
                .single();
    }

    /**
     * Shows a generation to the readers instead of the live one, provided that it has come as far:
     * readers see the one or the other and never go back in the log. Answers whether it was done; a
     * reader who takes long is waited for later, by nobody else.
     */
    boolean swap(Projection projection, Generation next) {
        return locks.run(() -> swapNow(projection, next)).orElse(false);
    }

    private boolean swapNow(Projection projection, Generation next) {
        Optional<Generation> live = rows.find(State.LIVE, projection.name());
        if (live.isPresent() && !hasComeAsFar(next, live.get())) {
            return false;
        }
        live.ifPresent(current -> rows.mark(current, State.OLD));
        rows.mark(next, State.LIVE);
        projection.tables().forEach(table -> show(table, next));
        return true;
    }

    // The lock keeps the live processor from storing another token (it asks for its generation's
    // state after that), so it cannot run ahead of the comparison on any node.
    private boolean hasComeAsFar(Generation next, Generation live) {
        TrackingToken there = tokens.lock(live.processor());
        TrackingToken here = tokens.of(next.processor());
        return LogTokens.covers(here, there) && tokens.noneHappened(LogTokens.unseen(here, there));
    }

    private void show(Table<?> table, Generation generation) {
        jdbc.sql("drop view if exists read." + table.name()).update();
        jdbc.sql(
                        "create view read.%s as select * from %s.%s"
                                .formatted(table.name(), generation.schema(), table.name()))
                .update();
    }

    /** Drops a generation that nobody reads; its number is not used again. */
    void drop(Generation generation) {
        transactions.executeWithoutResult(
                status -> {
                    // First the token: whoever writes a batch finishes it, and no other follows.
                    tokens.remove(generation.processor());
                    rows.mark(generation, State.DROPPED);
                    jdbc.sql("delete from dead_letter where processor = ?")
                            .param(generation.processor())
                            .update();
                    if (generation.state() == State.BUILDING) {
                        interrupt(generation);
                    }
                    jdbc.sql("drop schema if exists " + generation.schema() + " cascade").update();
                });
    }

    // Who makes its indexes or compares it may take minutes, and would be waited for until done.
    // Readers, which only another one can still have, are waited for.
    private void interrupt(Generation generation) {
        jdbc.sql(
                        """
                        select pg_cancel_backend(pid) from (
                          select distinct l.pid from pg_locks l join pg_class t on t.oid = l.relation
                          where t.relnamespace = to_regnamespace(?) and l.pid <> pg_backend_pid()
                            and l.database = (select oid from pg_database where datname = current_database())
                        ) busy
                        """)
                .param(generation.schema())
                .query()
                .listOfRows();
    }
}
