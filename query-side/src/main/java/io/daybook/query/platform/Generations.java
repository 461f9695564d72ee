package io.daybook.query.platform;

import io.daybook.query.platform.Generation.State;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Keeps the generations of projections: makes their tables, and lets readers see another one in one
 * transaction.
 */
final class Generations {

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;

    Generations(JdbcClient jdbc, TransactionOperations transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    Optional<Generation> find(Projection projection, State state) {
        return jdbc.sql(
                        """
                        select projection, generation, state, fingerprint from projection_generation
                        where projection = ? and state = ? order by generation desc limit 1
                        """)
                .params(projection.name(), text(state))
                .query(
                        (row, number) ->
                                new Generation(
                                        row.getString(1), row.getInt(2), state, row.getString(4)))
                .optional();
    }

    /** Makes the tables of the next generation, empty. */
    Generation create(Projection projection) {
        return transactions.execute(
                status -> {
                    int number =
                            jdbc.sql(
                                            "select coalesce(max(generation), 0) + 1 from"
                                                    + " projection_generation where projection = ?")
                                    .param(projection.name())
                                    .query(Integer.class)
                                    .single();
                    Generation generation =
                            new Generation(
                                    projection.name(),
                                    number,
                                    State.BUILDING,
                                    fingerprint(projection));
                    jdbc.sql(
                                    "insert into projection_generation (projection, generation,"
                                            + " state, fingerprint) values (?, ?, 'building', ?)")
                            .params(projection.name(), number, generation.fingerprint())
                            .update();
                    jdbc.sql("create schema " + generation.schema()).update();
                    jdbc.sql(declaration(projection).replace("$schema", generation.schema()))
                            .update();
                    return generation;
                });
    }

    /**
     * Shows a generation to the readers instead of the live one, provided that it has come as far:
     * readers see the one or the other and never go back in the log. Answers whether it was done.
     */
    boolean swap(Projection projection, Generation next, CaughtUp caughtUp) {
        return Boolean.TRUE.equals(
                transactions.execute(
                        status -> {
                            Optional<Generation> live = find(projection, State.LIVE);
                            // The lock keeps the live processor from storing another token, so it
                            // cannot run ahead of the comparison.
                            live.ifPresent(
                                    current ->
                                            jdbc.sql(
                                                            "select 1 from token_entry where"
                                                                + " processor_name = ? for update")
                                                    .param(current.processor())
                                                    .query(Integer.class)
                                                    .list());
                            if (live.isPresent() && !caughtUp.test(live.get(), next)) {
                                return false;
                            }
                            live.ifPresent(current -> mark(current, State.OLD));
                            mark(next, State.LIVE);
                            for (Table<?> table : projection.tables()) {
                                jdbc.sql("drop view if exists read." + table.name()).update();
                                jdbc.sql(
                                                "create view read."
                                                        + table.name()
                                                        + " as select * from "
                                                        + next.schema()
                                                        + "."
                                                        + table.name())
                                        .update();
                            }
                            return true;
                        }));
    }

    /** Drops a generation that nobody reads. */
    void drop(Generation generation) {
        transactions.executeWithoutResult(
                status -> {
                    jdbc.sql("drop schema if exists " + generation.schema() + " cascade").update();
                    jdbc.sql("delete from token_entry where processor_name = ?")
                            .param(generation.processor())
                            .update();
                    jdbc.sql(
                                    "delete from projection_generation where projection = ? and"
                                            + " generation = ?")
                            .params(generation.projection(), generation.number())
                            .update();
                });
    }

    List<Generation> old(Projection projection) {
        return jdbc.sql(
                        "select generation, fingerprint from projection_generation where projection"
                                + " = ? and state = 'old'")
                .param(projection.name())
                .query(
                        (row, number) ->
                                new Generation(
                                        projection.name(),
                                        row.getInt(1),
                                        State.OLD,
                                        row.getString(2)))
                .list();
    }

    static String fingerprint(Projection projection) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(declaration(projection).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This JVM lacks SHA-256", e);
        }
    }

    private void mark(Generation generation, State state) {
        jdbc.sql(
                        """
                        update projection_generation
                        set state = ?, live_since = case when ? = 'live' then now() else live_since end
                        where projection = ? and generation = ?
                        """)
                .params(text(state), text(state), generation.projection(), generation.number())
                .update();
    }

    private static String declaration(Projection projection) {
        String file = "/projections/" + projection.name() + ".sql";
        try (InputStream stream = projection.getClass().getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalStateException(
                        "The tables of " + projection.name() + " are not declared: " + file);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    /** Whether one generation has come as far as another. */
    interface CaughtUp {

        boolean test(Generation live, Generation next);
    }
}
