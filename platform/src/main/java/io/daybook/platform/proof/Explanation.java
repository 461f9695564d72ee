package io.daybook.platform.proof;

import io.daybook.platform.proof.LogFinding.Kind;

import org.jspecify.annotations.Nullable;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Finds out what happened where a row does not match its block: whether the event or the chain was
 * touched, and whether the event stands elsewhere now. Looks ahead through the stretches given.
 */
final class Explanation {

    private final MessageDigest digest = Sha256.digest();
    private final Mismatch mismatch;
    private final Block block;
    private final long before;
    private final MerkleTree tree;
    private final List<Stretch> ahead;
    private final Retirements retirements;

    /**
     * @param tree as it is before the block of the mismatch
     * @param before the last position before that block
     * @param ahead the stretch of the mismatch and some that follow
     */
    Explanation(
            Mismatch mismatch,
            MerkleTree tree,
            long before,
            List<Stretch> ahead,
            Retirements retirements) {
        this.mismatch = mismatch;
        this.block = ahead.getFirst().blocks().get(mismatch.block());
        this.before = before;
        this.tree = tree;
        this.ahead = ahead;
        this.retirements = retirements;
    }

    LogFinding finding() {
        if (isLogWhole()) {
            return told(
                    Kind.CHAIN_ALTERED,
                    "The events from position %d up to %d are those that were chained; the entry of the chain was altered."
                            .formatted(block.first(), block.last()));
        }
        LogRow row = mismatch.row();
        return switch (mismatch.kind()) {
            case MISSING -> missing();
            case INSERTED ->
                    reordered(row, "No event was chained here; now there is: " + described(row));
            default ->
                    reordered(
                            row,
                            "The stored bytes are not those that were chained. There is now: "
                                    + described(row));
        };
    }

    /**
     * Whether the rows as they are give the root that the block has, with the hashes of those that
     * were retired.
     */
    private boolean isLogWhole() {
        TreeMap<Long, byte[]> leaves = new TreeMap<>();
        long[] positions = block.positions();
        for (int index = 0; index < positions.length; index++) {
            if (retirements.include(positions[index])) {
                leaves.put(positions[index], block.leaf(index));
            }
        }
        ahead.getFirst()
                .rows(
                        row -> {
                            if (row.position() > before) {
                                leaves.put(row.position(), row.leaf(digest));
                            }
                            return leaves.size() < block.events();
                        });
        MerkleTree grown = tree.copy();
        leaves.values().forEach(leaf -> grown.add(leaf, 0));
        return grown.size() == block.size() && Arrays.equals(grown.root(), block.root());
    }

    private LogFinding missing() {
        byte @Nullable [] leaf = leafAt(block, mismatch.position());
        AtomicReference<LogRow> moved = new AtomicReference<>();
        for (Stretch stretch : ahead) {
            if (leaf == null || moved.get() != null) {
                break;
            }
            stretch.rows(
                    row -> {
                        if (Arrays.equals(row.at(mismatch.position()).leaf(digest), leaf)) {
                            moved.set(row);
                        }
                        return moved.get() == null;
                    });
        }
        LogRow found = moved.get();
        return found == null
                ? told(Kind.MISSING, "The event that was chained here is gone.")
                : told(
                        Kind.REORDERED,
                        "The event that was chained here stands at position %d now: %s."
                                .formatted(found.position(), found.description()));
    }

    private LogFinding reordered(@Nullable LogRow row, String otherwise) {
        for (Block chained : blocks()) {
            long[] positions = row == null ? new long[0] : chained.positions();
            for (int index = 0; index < positions.length && row != null; index++) {
                long position = positions[index];
                byte[] leaf = chained.leaf(index);
                if (position != mismatch.position()
                        && Arrays.equals(row.at(position).leaf(digest), leaf)) {
                    return told(
                            Kind.REORDERED,
                            "The event that stands here was chained at position %d: %s."
                                    .formatted(position, row.description()));
                }
            }
        }
        return told(mismatch.kind(), otherwise + ".");
    }

    private List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        ahead.forEach(stretch -> blocks.addAll(stretch.blocks()));
        return blocks.subList(mismatch.block(), blocks.size());
    }

    private static byte @Nullable [] leafAt(Block block, long position) {
        int index = Arrays.binarySearch(block.positions(), position);
        return index < 0 ? null : block.leaf(index);
    }

    private static String described(@Nullable LogRow row) {
        return row == null ? "nothing" : row.description();
    }

    private LogFinding told(Kind kind, String detail) {
        return new LogFinding(mismatch.position(), kind, detail);
    }
}
