package io.daybook.platform.proof;

import org.springframework.jdbc.core.JdbcOperations;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;

/** The hashes that events had when they were chained; index log_block_position. */
final class ChainedLeaves {

    private static final int BLOCKS = 32;

    private final JdbcOperations jdbc;

    ChainedLeaves(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The first position at which another event was chained.
     *
     * @param positions ascending
     * @param leaves of the events that stand there now, one behind the other
     */
    OptionalLong differing(long[] positions, byte[] leaves) {
        int next = 0;
        while (next < positions.length) {
            List<Block> blocks = behind(positions[next]);
            for (Block block : blocks) {
                long[] chained = block.positions();
                while (next < positions.length && positions[next] <= block.last()) {
                    int index = Arrays.binarySearch(chained, positions[next]);
                    int from = next * Sha256.LENGTH;
                    if (index < 0
                            || !Arrays.equals(
                                    block.leaf(index),
                                    Arrays.copyOfRange(leaves, from, from + Sha256.LENGTH))) {
                        return OptionalLong.of(positions[next]);
                    }
                    next++;
                }
            }
            if (blocks.isEmpty()) {
                return OptionalLong.of(positions[next]);
            }
        }
        return OptionalLong.empty();
    }

    private List<Block> behind(long position) {
        return jdbc.query(
                """
                select size, first_position, last_position, gaps, leaves, root from log_block
                where last_position >= ? order by last_position limit ?
                """,
                DatabaseLog::block,
                position,
                BLOCKS);
    }
}
