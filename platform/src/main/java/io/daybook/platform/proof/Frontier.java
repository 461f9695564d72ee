package io.daybook.platform.proof;

import org.springframework.jdbc.core.JdbcOperations;

import java.util.Objects;

/**
 * Where the chain ends: what is needed to go on, and the position of the last event in it. Kept in
 * one row; a wrong one shows when the log is verified.
 */
record Frontier(MerkleTree tree, long position) {

    static Frontier read(JdbcOperations jdbc) {
        return Objects.requireNonNull(
                jdbc.queryForObject(
                        "select size, nodes, last_position from log_frontier",
                        (row, number) ->
                                new Frontier(
                                        MerkleTree.of(row.getLong(1), row.getBytes(2)),
                                        row.getLong(3))));
    }

    void write(JdbcOperations jdbc) {
        jdbc.update(
                "update log_frontier set size = ?, nodes = ?, last_position = ?",
                tree.size(),
                tree.frontier(),
                position);
    }
}
