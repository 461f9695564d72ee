package io.daybook.platform.proof;

import org.jspecify.annotations.Nullable;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Compares the rows of one stretch with its blocks; stretches can be compared side by side. */
final class StretchCheck implements RowConsumer {

    private final MessageDigest digest = Sha256.digest();
    private final List<Block> blocks;
    private final Retirements retirements;
    private int block = -1;
    private long[] positions = {};
    private int index;
    private long retired;
    private @Nullable Mismatch found;

    private StretchCheck(List<Block> blocks, Retirements retirements) {
        this.blocks = blocks;
        this.retirements = retirements;
        nextPosition();
    }

    /** How many events were retired, and the first difference, if there is one. */
    record Result(long retired, Optional<Mismatch> mismatch) {}

    /** Compares all. */
    static Result of(Stretch stretch, Retirements retirements) {
        StretchCheck check = new StretchCheck(stretch.blocks(), retirements);
        stretch.rows(check);
        if (check.found == null) {
            check.passRetired(Long.MAX_VALUE);
        }
        if (check.found == null && check.expecting()) {
            check.found =
                    new Mismatch(
                            check.block,
                            check.positions[check.index],
                            LogFinding.Kind.MISSING,
                            null);
        }
        return new Result(check.retired, Optional.ofNullable(check.found));
    }

    @Override
    public boolean take(LogRow row) {
        long position = row.position();
        passRetired(position);
        if (!expecting() || position < positions[index]) {
            found =
                    new Mismatch(
                            Math.min(block, blocks.size() - 1),
                            position,
                            LogFinding.Kind.INSERTED,
                            row);
        } else if (position > positions[index]) {
            found = new Mismatch(block, positions[index], LogFinding.Kind.MISSING, row);
        } else if (!isLeaf(row.leaf(digest))) {
            found = new Mismatch(block, position, LogFinding.Kind.ALTERED, row);
        } else {
            index++;
            nextPosition();
        }
        return found == null;
    }

    /** Goes over the positions before one whose events were retired, as the log says. */
    private void passRetired(long before) {
        while (expecting() && positions[index] < before && retirements.include(positions[index])) {
            retired++;
            index++;
            nextPosition();
        }
    }

    private boolean isLeaf(byte[] leaf) {
        byte[] leaves = blocks.get(block).leaves();
        int from = index * Sha256.LENGTH;
        return from + Sha256.LENGTH <= leaves.length
                && Arrays.equals(leaf, 0, Sha256.LENGTH, leaves, from, from + Sha256.LENGTH);
    }

    private boolean expecting() {
        return block < blocks.size();
    }

    private void nextPosition() {
        while (expecting() && index >= positions.length) {
            block++;
            index = 0;
            positions = expecting() ? blocks.get(block).positions() : new long[0];
        }
    }
}
