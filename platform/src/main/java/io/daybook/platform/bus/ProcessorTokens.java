package io.daybook.platform.bus;

import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.eventhandling.tokenstore.AbstractTokenEntry;
import org.axonframework.eventhandling.tokenstore.GenericTokenEntry;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.serialization.Serializer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How far the processors have read, and which node may go on with each. Axon compares the time of a
 * claim, by its owner's clock, with the clock of whoever looks: a clock that jumps would make
 * claims end at once, or last for an hour after their owner died. Here a claim ends when whoever
 * looks has not seen it renewed for so long by its own count; its time is a mark that changes, no
 * more.
 */
public final class ProcessorTokens extends JdbcTokenStore {

    /** Owners renew their claims every five seconds. */
    private static final Duration LEASE = Duration.ofSeconds(10);

    /** To Axon a claim that has not ended is always fresh. */
    private static final String FRESH = "9999-12-31T23:59:59Z";

    private static final TokenSchema SCHEMA =
            TokenSchema.builder()
                    .setTokenTable("token_entry")
                    .setProcessorNameColumn("processor_name")
                    .setTokenTypeColumn("token_type")
                    .build();

    private final String node;
    private final long lease;
    private final Map<String, Sight> sights = new ConcurrentHashMap<>();

    /**
     * @param node under which name this process claims
     */
    public ProcessorTokens(ConnectionProvider connections, Serializer serializer, String node) {
        this(connections, serializer, node, LEASE);
    }

    ProcessorTokens(
            ConnectionProvider connections, Serializer serializer, String node, Duration lease) {
        super(
                builder()
                        .connectionProvider(connections)
                        .serializer(serializer)
                        .schema(SCHEMA)
                        .nodeId(node));
        this.node = node;
        this.lease = lease.toNanos();
    }

    @Override
    protected AbstractTokenEntry<?> readTokenEntry(ResultSet row) throws SQLException {
        String owner = row.getString("owner");
        if (owner == null || owner.equals(node)) {
            return super.readTokenEntry(row);
        }
        String processor = row.getString("processor_name");
        int segment = row.getInt("segment");
        boolean over =
                hasEnded(processor + "/" + segment, owner + " " + row.getString("timestamp"));
        return new GenericTokenEntry<>(
                row.getBytes("token"),
                row.getString("token_type"),
                FRESH,
                over ? null : owner,
                processor,
                segment,
                byte[].class);
    }

    private boolean hasEnded(String claim, String mark) {
        Sight sight =
                sights.compute(
                        claim,
                        (same, before) ->
                                before != null && before.mark().equals(mark)
                                        ? before
                                        : new Sight(mark, System.nanoTime()));
        return System.nanoTime() - sight.since() > lease;
    }

    /** The mark of a claim, and since when (ns) it has not changed. */
    private record Sight(String mark, long since) {}
}
