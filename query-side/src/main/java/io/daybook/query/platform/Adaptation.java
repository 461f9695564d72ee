package io.daybook.query.platform;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Makes the tables of a live generation that were declared by another version readable and writable
 * for this one, until the generation that it builds beside them is swapped in: columns that are
 * missing are added and say nothing yet, columns that are gone need no value any more. Nothing is
 * taken away, so a node of the other version goes on beside this one. What this version declares is
 * seen from the generation that it builds.
 */
final class Adaptation {

    private static final Logger LOG = LoggerFactory.getLogger(Adaptation.class);

    private final JdbcClient jdbc;
    private final Columns columns;
    private final ShortLocks locks;
    private final Map<String, Outcome> outcomes = new ConcurrentHashMap<>();

    Adaptation(JdbcClient jdbc, TransactionOperations transactions) {
        this.jdbc = jdbc;
        this.columns = new Columns(jdbc);
        this.locks = new ShortLocks(jdbc, transactions);
    }

    private enum Outcome {
        DONE,
        /** Somebody read the tables; it is tried again. */
        LATER,
        IMPOSSIBLE
    }

    /** Adapts a live generation of another version, unless that was done. */
    void of(Projection projection, Generation live, Generation next) {
        if (!live.fits(projection)
                && next.fits(projection)
                && outcomes.getOrDefault(live.processor(), Outcome.LATER) == Outcome.LATER) {
            outcomes.put(live.processor(), tryTo(projection, live, next));
        }
    }

    private Outcome tryTo(Projection projection, Generation live, Generation next) {
        try {
            return locks.run(() -> adapt(projection, live, next)).orElse(Outcome.LATER);
        } catch (BadSqlGrammarException refused) {
            return impossible(live);
        }
    }

    /** Whether this version can read and write a generation. */
    boolean lets(Projection projection, Generation generation) {
        return generation.fits(projection) || outcomes.get(generation.processor()) == Outcome.DONE;
    }

    /** Whether this version has tried to become able to, without success so far. */
    boolean isInVain(Generation generation) {
        return outcomes.getOrDefault(generation.processor(), Outcome.DONE) != Outcome.DONE;
    }

    private Outcome adapt(Projection projection, Generation live, Generation next) {
        // One node at a time; the others then find it done.
        jdbc.sql("select pg_advisory_xact_lock(hashtext('adaptation/' || ?))")
                .param(projection.name())
                .query()
                .listOfRows();
        List<Table<?>> tables = projection.tables();
        if (!tables.stream().allMatch(table -> step(table, live, next).isPossible())) {
            return impossible(live);
        }
        tables.forEach(table -> adapt(table, live, next));
        return Outcome.DONE;
    }

    private static Outcome impossible(Generation live) {
        LOG.warn(
                "The tables of generation {} of projection {} cannot be read by this version;"
                        + " it is shown again when it is built anew",
                live.number(),
                live.projection());
        return Outcome.IMPOSSIBLE;
    }

    private void adapt(Table<?> table, Generation live, Generation next) {
        List<String> statements = step(table, live, next).statements();
        if (!statements.isEmpty()) {
            statements.forEach(statement -> jdbc.sql(statement).update());
            // What was added comes last, so the view is only lengthened: nobody has to let go of
            // it.
            jdbc.sql(
                            "create or replace view read.%1$s as select * from %2$s.%1$s"
                                    .formatted(table.name(), live.schema()))
                    .update();
        }
    }

    private TableAdaptation step(Table<?> table, Generation live, Generation next) {
        return new TableAdaptation(
                live.schema() + "." + table.name(),
                next.schema() + "." + table.name(),
                columns.of(live, table),
                columns.of(next, table));
    }
}
