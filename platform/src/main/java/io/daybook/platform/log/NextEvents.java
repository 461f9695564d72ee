package io.daybook.platform.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * The statement that reads what follows for a reader of the log: what has filled its gaps meanwhile
 * and what stands behind it, in the order of positions. Gaps are two parameters, however many they
 * are.
 */
final class NextEvents {

    /**
     * The gaps (stretches) that a reader may have open before it waits for whoever could fill them:
     * its token is stored with each batch, and the last ten thousand are remembered.
     */
    static final int MOST_GAPS = 1_000;

    private static final String BEHIND =
            "select "
                    + LogHistory.COLUMNS
                    + " from domain_event where global_index > ? order by global_index limit ";

    private static final String IN_GAPS =
            "select filled.* from unnest(?::bigint[], ?::bigint[]) as gap (first, last)"
                    + " cross join lateral (select "
                    + LogHistory.COLUMNS
                    + " from domain_event where global_index between gap.first and gap.last"
                    + " order by global_index limit ";

    private NextEvents() {}

    static PreparedStatement after(LogToken reader, Connection connection, int limit)
            throws SQLException {
        return reader.gaps().isEmpty()
                ? behind(reader, connection, limit)
                : behindAndInGaps(reader, connection, limit);
    }

    private static PreparedStatement behind(LogToken reader, Connection connection, int limit)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(BEHIND + limit);
        statement.setLong(1, reader.index());
        return statement;
    }

    private static PreparedStatement behindAndInGaps(
            LogToken reader, Connection connection, int limit) throws SQLException {
        PreparedStatement statement =
                connection.prepareStatement(
                        "select * from ("
                                + IN_GAPS
                                + limit
                                + ") as filled union all ("
                                + BEHIND
                                + limit
                                + ")) as next order by global_index limit "
                                + limit);
        statement.setObject(1, reader.gaps().firsts());
        statement.setObject(2, reader.gaps().lasts());
        boolean waits = reader.open().count() >= MOST_GAPS;
        statement.setLong(3, waits ? Long.MAX_VALUE : reader.index());
        return statement;
    }
}
