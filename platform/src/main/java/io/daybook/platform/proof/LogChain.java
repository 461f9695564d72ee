package io.daybook.platform.proof;

import io.daybook.platform.log.OpenGaps;

import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.transaction.support.TransactionOperations;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Chains the stored events beside the write path: block after block of the hashes of their bytes,
 * in the order of the log, each block with the root of the Merkle tree (RFC 6962) over all events
 * so far. Who alters, removes, inserts or reorders an event breaks it there; erasing a person does
 * not, because the encrypted bytes stay.
 */
public final class LogChain {

    /** The most events of one block. */
    static final int BLOCK = 2_000;

    // a longer gap begins a new block, so that a block never lists many
    private static final long LONGEST_GAP = 1_000;
    private static final long LOCK = 0x6461_7962_6f6f_6bL; // "daybook"

    private final JdbcOperations jdbc;
    private final TransactionOperations transactions;
    private final OpenGaps gaps;
    private final MessageDigest digest = Sha256.digest();

    public LogChain(JdbcOperations jdbc, TransactionOperations transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.gaps = new OpenGaps(jdbc);
    }

    /**
     * Chains the next events (one block at most, one node at a time) and answers how many there
     * were.
     */
    public synchronized int extend() {
        return Objects.requireNonNull(
                transactions.execute(status -> locked() ? extendLocked() : 0));
    }

    /** How many events are chained. */
    public long length() {
        return Frontier.read(jdbc).tree().size();
    }

    private boolean locked() {
        return Boolean.TRUE.equals(
                jdbc.queryForObject("select pg_try_advisory_xact_lock(?)", Boolean.class, LOCK));
    }

    private int extendLocked() {
        Frontier before = Frontier.read(jdbc);
        List<LogRow> rows = rowsBehind(before.position());
        int next = next(before.position(), rows, 0);
        if (next < rows.size()) {
            long settled = gaps.finalBefore(rows.getLast().position());
            // what filled a gap before it became final is visible now
            rows = rowsBehind(before.position());
            next = next(before.position(), rows, settled);
        }
        if (next > 0) {
            store(before, rows.subList(0, next));
        }
        return next;
    }

    /** How many of the first rows can be chained: gaps between them are final or not there. */
    private static int next(long before, List<LogRow> rows, long settled) {
        long last = before;
        int count = 0;
        for (LogRow row : rows) {
            long gap = row.position() - last - 1;
            if (gap > 0 && (row.position() > settled || (count > 0 && gap > LONGEST_GAP))) {
                break;
            }
            last = row.position();
            count++;
        }
        return count;
    }

    private List<LogRow> rowsBehind(long position) {
        List<LogRow> rows = new ArrayList<>();
        jdbc.execute(
                (ConnectionCallback<Object>)
                        connection -> {
                            LogCopy.read(connection, position, Long.MAX_VALUE, BLOCK, rows::add);
                            return rows;
                        });
        return rows;
    }

    private void store(Frontier before, List<LogRow> rows) {
        MerkleTree tree = before.tree();
        byte[] leaves = new byte[rows.size() * Sha256.LENGTH];
        List<Long> missing = new ArrayList<>();
        long first = rows.getFirst().position();
        long last = first - 1;
        int to = 0;
        for (LogRow row : rows) {
            for (long gap = last + 1; gap < row.position(); gap++) {
                missing.add(gap);
            }
            last = row.position();
            System.arraycopy(row.leaf(digest), 0, leaves, to, Sha256.LENGTH);
            tree.add(leaves, to);
            to += Sha256.LENGTH;
        }
        jdbc.update(
                "insert into log_block (size, first_position, last_position, gaps, leaves, root)"
                        + " values (?, ?, ?, ?, ?, ?)",
                tree.size(),
                first,
                last,
                missing.toArray(Long[]::new),
                leaves,
                tree.root());
        new Frontier(tree, last).write(jdbc);
    }
}
