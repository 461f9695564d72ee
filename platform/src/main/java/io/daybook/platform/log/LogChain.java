package io.daybook.platform.log;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Chains the stored events by hashes, beside the write path: each link is the SHA-256 of the link
 * before and of the stored bytes of one event, in the order of the log. Who alters, removes,
 * inserts or reorders an event breaks it there; erasing a person does not, because the encrypted
 * bytes stay.
 */
public final class LogChain {

    /** A gap in the positions is final after this time: no transaction lasts half as long. */
    private static final Duration GAP_PATIENCE =
            Duration.ofMillis(PostgresEventStorage.GAP_TIMEOUT);

    private static final int BATCH = 2_000;
    private static final long LOCK = 0x6461_7962_6f6f_6bL; // "daybook"

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final Clock clock;

    public LogChain(JdbcClient jdbc, TransactionOperations transactions, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Chains the next events (a bounded number, one node at a time) and answers how many there
     * were.
     */
    public int extend() {
        return Objects.requireNonNull(
                transactions.execute(status -> locked() ? extendLocked() : 0));
    }

    /**
     * Walks the chain from the first event; answers the first that is not what it was, or nothing.
     */
    public Optional<LogFinding> verify() {
        Link last = Link.FIRST;
        while (true) {
            List<Entry> entries = entriesAfter(last.position());
            for (Entry entry : entries) {
                Optional<LogFinding> finding = entry.check(last);
                if (finding.isPresent()) {
                    return finding;
                }
                last = entry.link();
            }
            if (entries.isEmpty()) {
                return Optional.empty();
            }
        }
    }

    /** How many events are chained. */
    public long length() {
        return lastLink().index();
    }

    private boolean locked() {
        return jdbc.sql("select pg_try_advisory_xact_lock(?)")
                .param(LOCK)
                .query(Boolean.class)
                .single();
    }

    private int extendLocked() {
        Link last = lastLink();
        Instant settled = clock.instant().minus(GAP_PATIENCE);
        List<Link> links = new ArrayList<>();
        for (StoredEvent event : eventsAfter(last.position())) {
            if (event.position() != last.position() + 1 && event.at().isAfter(settled)) {
                break; // somebody may still be writing what belongs into the gap
            }
            last = event.link(last);
            links.add(last);
        }
        if (!links.isEmpty()) {
            store(links);
        }
        return links.size();
    }

    private void store(List<Link> links) {
        jdbc.sql(
                        "insert into log_chain (chain_index, global_index, hash) select * from"
                                + " unnest(?::bigint[], ?::bigint[], ?::bytea[])")
                .params(
                        links.stream().map(Link::index).toArray(Long[]::new),
                        links.stream().map(Link::position).toArray(Long[]::new),
                        links.stream().map(Link::hash).toArray(byte[][]::new))
                .update();
    }

    private Link lastLink() {
        return jdbc.sql(
                        "select chain_index, global_index, hash from log_chain order by chain_index"
                                + " desc limit 1")
                .query((row, number) -> new Link(row.getLong(1), row.getLong(2), row.getBytes(3)))
                .optional()
                .orElse(Link.FIRST);
    }

    private List<StoredEvent> eventsAfter(long position) {
        return jdbc.sql(
                        "select * from domain_event where global_index > ? order by global_index"
                                + " limit ?")
                .params(position, BATCH)
                .query((row, number) -> StoredEvent.of(row))
                .list();
    }

    // Events and links side by side, so that one without the other shows.
    private List<Entry> entriesAfter(long position) {
        return jdbc.sql(
                        """
                        select coalesce(c.global_index, e.global_index) as at, c.chain_index, c.hash, e.*
                        from (select * from domain_event
                              where global_index > ? and global_index <= (select max(global_index) from log_chain)
                              order by global_index limit ?) e
                        full join (select * from log_chain where global_index > ? order by global_index limit ?) c
                          on c.global_index = e.global_index
                        order by at limit ?
                        """)
                .params(position, BATCH, position, BATCH, BATCH)
                .query(
                        (row, number) ->
                                new Entry(
                                        row.getLong("at"),
                                        row.getBytes("hash") == null
                                                ? null
                                                : new Link(
                                                        row.getLong("chain_index"),
                                                        row.getLong("at"),
                                                        row.getBytes("hash")),
                                        row.getObject("event_id") == null
                                                ? null
                                                : StoredEvent.of(row)))
                .list();
    }

    private record Entry(long position, @Nullable Link chained, @Nullable StoredEvent event) {

        Optional<LogFinding> check(Link before) {
            if (event == null) {
                return Optional.of(new LogFinding(position, LogFinding.Kind.MISSING));
            }
            if (chained == null) {
                return Optional.of(new LogFinding(position, LogFinding.Kind.INSERTED));
            }
            return event.link(before).isSame(chained)
                    ? Optional.empty()
                    : Optional.of(new LogFinding(position, LogFinding.Kind.ALTERED));
        }

        Link link() {
            return Objects.requireNonNull(chained);
        }
    }
}
