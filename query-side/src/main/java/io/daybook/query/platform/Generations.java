package io.daybook.query.platform;

import io.daybook.messages.audit.GenerationComparison;
import io.daybook.query.platform.Generation.Cause;
import io.daybook.query.platform.Generation.State;

import org.axonframework.eventhandling.TrackingToken;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

import tools.jackson.databind.json.JsonMapper;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Keeps the generations of projections: makes their tables, notes what is ordered for them, and
 * lets readers see another one in one transaction. What stands here is the truth for every node.
 */
final class Generations {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;
    private final StoredTokens tokens;
    private final TransactionOperations transactions;

    Generations(JdbcClient jdbc, StoredTokens tokens, TransactionOperations transactions) {
        this.jdbc = jdbc;
        this.tokens = tokens;
        this.transactions = transactions;
    }

    /** Every generation that has tables. */
    List<Generation> all() {
        return jdbc.sql(
                        "select * from projection_generation where state <> 'dropped' order by"
                                + " projection, generation")
                .query((row, number) -> generation(row))
                .list();
    }

    /** The generations of a projection in a state, newest first. */
    List<Generation> in(State state, String projection) {
        return jdbc.sql(
                        "select * from projection_generation where projection = ? and state = ?"
                                + " order by generation desc")
                .params(projection, state.text())
                .query((row, number) -> generation(row))
                .list();
    }

    Optional<Generation> find(State state, String projection) {
        return in(state, projection).stream().findFirst();
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
                            return find(State.BUILDING, projection.name())
                                    .orElseGet(() -> createNext(projection, cause));
                        }));
    }

    private Generation createNext(Projection projection, Cause cause) {
        Declaration declaration = Declaration.of(projection);
        jdbc.sql(
                        """
                        insert into projection_generation (projection, generation, state, fingerprint, cause)
                        select ?, coalesce(max(generation), 0) + 1, 'building', ?, ?
                        from projection_generation where projection = ?
                        """)
                .params(
                        projection.name(),
                        declaration.fingerprint(),
                        cause.text(),
                        projection.name())
                .update();
        Generation next = find(State.BUILDING, projection.name()).orElseThrow();
        jdbc.sql("create schema " + next.schema()).update();
        jdbc.sql(declaration.in(next.schema())).update();
        return next;
    }

    /**
     * Shows a generation to the readers instead of the live one, provided that it has come as far:
     * readers see the one or the other and never go back in the log. Answers whether it was done.
     */
    boolean swap(Projection projection, Generation next) {
        return Boolean.TRUE.equals(
                transactions.execute(
                        status -> {
                            Optional<Generation> live = find(State.LIVE, projection.name());
                            if (live.isPresent() && !hasComeAsFar(next, live.get())) {
                                return false;
                            }
                            live.ifPresent(current -> mark(current, State.OLD));
                            mark(next, State.LIVE);
                            projection.tables().forEach(table -> show(table, next));
                            return true;
                        }));
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
                    mark(generation, State.DROPPED);
                    jdbc.sql("delete from dead_letter where processor = ?")
                            .param(generation.processor())
                            .update();
                    jdbc.sql("drop schema if exists " + generation.schema() + " cascade").update();
                });
    }

    void pause(Generation generation) {
        set(generation, "paused = true");
    }

    void resume(Generation generation) {
        set(generation, "paused = false");
    }

    void accept(Generation generation) {
        set(generation, "accepted = true");
    }

    /** Has the generation before swapped in again. */
    void comeBack(Generation old) {
        set(old, "state = 'building', cause = 'returned', paused = false, started_at = now()");
    }

    /** Gives up a return. */
    void stayBehind(Generation returning) {
        mark(returning, State.OLD);
    }

    void compared(Generation generation, GenerationComparison comparison) {
        jdbc.sql(
                        "update projection_generation set comparison = ?::jsonb where projection ="
                                + " ? and generation = ?")
                .params(
                        JSON.writeValueAsString(comparison),
                        generation.projection(),
                        generation.number())
                .update();
    }

    private void mark(Generation generation, State state) {
        set(
                generation,
                "state = '%s'%s"
                        .formatted(
                                state.text(), state == State.LIVE ? ", live_since = now()" : ""));
    }

    private void set(Generation generation, String change) {
        jdbc.sql(
                        "update projection_generation set "
                                + change
                                + " where projection = ? and generation = ?")
                .params(generation.projection(), generation.number())
                .update();
    }

    private static Generation generation(ResultSet row) throws SQLException {
        String comparison = row.getString("comparison");
        return new Generation(
                row.getString("projection"),
                row.getInt("generation"),
                State.of(row.getString("state")),
                row.getString("fingerprint"),
                Cause.of(row.getString("cause")),
                row.getBoolean("paused"),
                row.getBoolean("accepted"),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                comparison == null ? null : JSON.readValue(comparison, GenerationComparison.class));
    }
}
