package io.daybook.platform.bus;

import io.daybook.platform.log.LogToken;

import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.Optional;
import java.util.UUID;

/**
 * The rebuilds that are in the database: generations that are built, and orders in the log that
 * nobody has carried out yet. Who carries one out stores that with the generation, so an order is
 * looked for first: it is found in one of the two places.
 */
public final class StoredRebuilds implements Rebuilds {

    private final JdbcClient jdbc;
    private final Serializer serializer;

    /** The serializer is the one of tokens. */
    public StoredRebuilds(JdbcClient jdbc, Serializer serializer) {
        this.jdbc = jdbc;
        this.serializer = serializer;
    }

    @Override
    public boolean isUnderWay(UUID projectionId, String projection) {
        return isOrdered(projectionId) || isBuilt(projection);
    }

    // index domain_event_sequence
    private boolean isOrdered(UUID projectionId) {
        Long last =
                jdbc.sql(
                                """
                                select global_index from domain_event
                                where aggregate_id = ? and payload_type = 'audit.RebuildRequested'
                                order by sequence_number desc limit 1
                                """)
                        .param(projectionId)
                        .query(Long.class)
                        .optional()
                        .orElse(null);
        return last != null && !LogToken.covers(carriedOut().orElse(null), last);
    }

    private Optional<TrackingToken> carriedOut() {
        return jdbc.sql(
                        "select token, token_type from token_entry where processor_name = ?"
                                + " and token is not null")
                .param(GROUP)
                .query(
                        (row, number) ->
                                serializer.<byte[], TrackingToken>deserialize(
                                        new SimpleSerializedObject<>(
                                                row.getBytes(1),
                                                byte[].class,
                                                row.getString(2),
                                                null)))
                .optional();
    }

    private boolean isBuilt(String projection) {
        return jdbc.sql(
                        "select exists (select from projection_generation where projection = ? and"
                                + " (state = 'building' or (state = 'live' and not indexed)))")
                .param(projection)
                .query(Boolean.class)
                .single();
    }
}
