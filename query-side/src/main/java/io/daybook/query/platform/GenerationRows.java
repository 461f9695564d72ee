package io.daybook.query.platform;

import io.daybook.messages.audit.GenerationComparison;
import io.daybook.query.platform.Generation.Cause;
import io.daybook.query.platform.Generation.State;

import org.springframework.jdbc.core.simple.JdbcClient;

import tools.jackson.databind.json.JsonMapper;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/** What is known of generations and ordered for them: the truth for every node. */
final class GenerationRows {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;

    GenerationRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
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

    /** The log was read up to a position, and the indexes are being made. */
    void read(Generation generation, long position) {
        set(generation, "read_at = clock_timestamp(), read_up_to = " + position);
    }

    void indexed(Generation generation) {
        set(generation, "indexed = true, indexed_at = clock_timestamp()");
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

    void mark(Generation generation, State state) {
        set(
                generation,
                "state = '%s'%s"
                        .formatted(
                                state.text(), state == State.LIVE ? ", live_since = now()" : ""));
    }

    void set(Generation generation, String change) {
        jdbc.sql(
                        "update projection_generation set "
                                + change
                                + " where projection = ? and generation = ?")
                .params(generation.projection(), generation.number())
                .update();
    }

    private static Generation generation(ResultSet row) throws SQLException {
        String comparison = row.getString("comparison");
        OffsetDateTime readAt = row.getObject("read_at", OffsetDateTime.class);
        return new Generation(
                row.getString("projection"),
                row.getInt("generation"),
                State.of(row.getString("state")),
                row.getString("fingerprint"),
                Cause.of(row.getString("cause")),
                row.getBoolean("paused"),
                row.getBoolean("accepted"),
                row.getBoolean("indexed"),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                readAt == null ? null : readAt.toInstant(),
                comparison == null ? null : JSON.readValue(comparison, GenerationComparison.class));
    }
}
