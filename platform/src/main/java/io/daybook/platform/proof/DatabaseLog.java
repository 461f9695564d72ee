package io.daybook.platform.proof;

import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcOperations;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The log in a database. Each stretch is read by itself: both tables only ever grow, so no long
 * snapshot is needed, which would keep the database from tidying up; a {@link LogHold} sees to it
 * where details are retired.
 */
final class DatabaseLog implements LogSource {

    private static final int STRETCH = 65_536;
    private static final String BLOCKS =
            "select size, first_position, last_position, gaps, leaves, root from log_block where"
                    + " size";

    private final JdbcOperations jdbc;
    private final End end;
    private long size;
    private long position;

    DatabaseLog(JdbcOperations jdbc) {
        this.jdbc = jdbc;
        this.end =
                Objects.requireNonNull(
                        jdbc.queryForObject(
                                "select size, last_position, nodes from log_frontier",
                                (row, number) ->
                                        new End(
                                                row.getLong(1),
                                                row.getLong(2),
                                                List.of(row.getBytes(3)))));
    }

    @Override
    public Optional<Stretch> next() {
        List<Block> blocks =
                jdbc.query(
                        BLOCKS + " > ? and size <= ? order by size",
                        DatabaseLog::block,
                        size,
                        Math.min(size + STRETCH, end.size()));
        if (blocks.isEmpty()) {
            // entries of the chain are missing, or nothing is left
            blocks =
                    jdbc.query(
                            BLOCKS + " > ? and size <= ? order by size limit 1",
                            DatabaseLog::block,
                            size,
                            end.size());
        }
        if (blocks.isEmpty()) {
            return Optional.empty();
        }
        long after = position;
        size = blocks.getLast().size();
        position = Math.max(after, blocks.getLast().last());
        return Optional.of(new Part(blocks, after, position));
    }

    @Override
    public End end() {
        return end;
    }

    @Override
    public String origin() {
        return CheckpointKeys.origin(jdbc);
    }

    @Override
    public List<String> checkpoints() {
        return jdbc.queryForList("select note from log_checkpoint order by size", String.class);
    }

    @Override
    public List<NoteKey> keys() {
        return CheckpointKeys.published(jdbc);
    }

    @Override
    public Retirements retirements() {
        Retirements found = new Retirements();
        eachRetirement(
                row -> {
                    found.add(row);
                    return true;
                });
        return found;
    }

    /** Reads the rows that say what was retired. */
    void eachRetirement(RowConsumer consumer) {
        jdbc.execute(
                (ConnectionCallback<Long>)
                        connection -> {
                            LogCopy.retirements(connection, consumer);
                            return position;
                        });
    }

    @Override
    public long unsignedUpTo() {
        return unsignedUpTo(jdbc);
    }

    /** Without a limit in a database of before retirements were signed. */
    static long unsignedUpTo(JdbcOperations jdbc) {
        boolean says =
                Boolean.TRUE.equals(
                        jdbc.queryForObject(
                                """
                                select exists (select from information_schema.columns
                                               where table_schema = 'public' and table_name = 'log_retirement'
                                                 and column_name = 'unsigned_up_to')
                                """,
                                Boolean.class));
        return says
                ? Objects.requireNonNull(
                        jdbc.queryForObject(
                                "select unsigned_up_to from log_retirement", Long.class))
                : Long.MAX_VALUE;
    }

    /** A row of the chain. */
    static Block block(ResultSet row, int number) throws SQLException {
        Long[] gaps = (Long[]) row.getArray(4).getArray();
        return new Block(
                row.getLong(1),
                row.getLong(2),
                row.getLong(3),
                Arrays.stream(gaps).mapToLong(Long::longValue).sorted().toArray(),
                row.getBytes(5),
                row.getBytes(6));
    }

    private final class Part implements Stretch {

        private final List<Block> blocks;
        private final long after;
        private final long upTo;

        private Part(List<Block> blocks, long after, long upTo) {
            this.blocks = blocks;
            this.after = after;
            this.upTo = upTo;
        }

        @Override
        public List<Block> blocks() {
            return blocks;
        }

        @Override
        public void rows(RowConsumer consumer) {
            jdbc.execute(
                    (ConnectionCallback<Long>)
                            connection -> {
                                LogCopy.read(connection, after, upTo, Integer.MAX_VALUE, consumer);
                                return upTo;
                            });
        }
    }
}
