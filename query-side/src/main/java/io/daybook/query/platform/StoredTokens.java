package io.daybook.query.platform;

import io.daybook.platform.log.Gaps;

import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * How far the generations have read, as it is stored: readable on every node, whichever of them
 * holds the claim.
 */
final class StoredTokens {

    private final JdbcClient jdbc;
    private final Serializer serializer;

    StoredTokens(JdbcClient jdbc, Serializer serializer) {
        this.jdbc = jdbc;
        this.serializer = serializer;
    }

    /** How far a processor has come, or null where it has not begun. */
    @Nullable TrackingToken of(String processor) {
        return select("where processor_name = ?", processor);
    }

    /** The same, keeping the processor from going on until the transaction ends. */
    @Nullable TrackingToken lock(String processor) {
        return select("where processor_name = ? for update", processor);
    }

    /** How far the generation has come that readers see at this very moment. */
    @Nullable TrackingToken ofLive(String projection) {
        return select(
                """
                where processor_name = (select projection || '@' || generation from projection_generation
                                        where projection = ? and state = 'live')
                """,
                projection);
    }

    /** How far every generation has come, by processor. */
    Map<String, TrackingToken> all() {
        Map<String, TrackingToken> found = new HashMap<>();
        read(
                "processor_name like '%@%'",
                (name, token) -> token.ifPresent(one -> found.put(name, one)));
        return found;
    }

    /** The positions of all automations; one that has not begun has none, which is -1. */
    Map<String, Long> ofAutomations() {
        Map<String, Long> found = new TreeMap<>();
        read(
                "processor_name not like '%@%'",
                (name, token) -> found.put(name, LogTokens.positionOf(token.orElse(null))));
        return found;
    }

    private void read(String which, BiConsumer<String, Optional<TrackingToken>> reader) {
        jdbc.sql("select processor_name, token, token_type from token_entry where " + which)
                .query(
                        row -> {
                            String processor = row.getString(1);
                            reader.accept(processor, token(row));
                        });
    }

    /** Whether no event stands at any of these positions: they were given up by their writers. */
    boolean noneHappened(Gaps positions) {
        return positions.isEmpty()
                || jdbc.sql(
                                """
                                select not exists (
                                    select from unnest(?::bigint[], ?::bigint[]) as gap (first, last)
                                    join domain_event on global_index between gap.first and gap.last)
                                """)
                        .params(positions.firsts(), positions.lasts())
                        .query(Boolean.class)
                        .single();
    }

    /** Whether two readers have seen exactly the same events. */
    boolean same(@Nullable TrackingToken one, @Nullable TrackingToken other) {
        return LogTokens.positionOf(one) == LogTokens.positionOf(other)
                && noneHappened(LogTokens.unseen(one, other))
                && noneHappened(LogTokens.unseen(other, one));
    }

    /**
     * Whether details have left the log for a reader who does not know yet; index
     * domain_event_retirement.
     */
    boolean isRetirementAhead(@Nullable TrackingToken reader) {
        Gaps gaps = LogTokens.gaps(reader);
        return jdbc.sql(
                        """
                        select exists (
                            select from domain_event where payload_type = 'audit.DetailsRetired' and (global_index > ?
                              or exists (select from unnest(?::bigint[], ?::bigint[]) as gap (first, last)
                                         where global_index between gap.first and gap.last)))
                        """)
                .params(LogTokens.positionOf(reader), gaps.firsts(), gaps.lasts())
                .query(Boolean.class)
                .single();
    }

    void remove(String processor) {
        jdbc.sql("delete from token_entry where processor_name = ?").param(processor).update();
    }

    private @Nullable TrackingToken select(String where, String parameter) {
        return jdbc.sql("select token, token_type from token_entry " + where)
                .param(parameter)
                .query((row, number) -> token(row))
                .optional()
                .flatMap(token -> token)
                .orElse(null);
    }

    private Optional<TrackingToken> token(ResultSet row) throws SQLException {
        byte[] bytes = row.getBytes("token");
        return bytes == null
                ? Optional.empty()
                : Optional.of(
                        serializer.<byte[], TrackingToken>deserialize(
                                new SimpleSerializedObject<>(
                                        bytes, byte[].class, row.getString("token_type"), null)));
    }
}
