package io.daybook.platform.proof;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The positions whose events were retired, as the events say that retired them. These are read
 * before the walk along the log; the walk itself shows whether each of them stands in the log as it
 * was chained, and names the first that Daybook did not sign.
 */
final class Retirements {

    /** The stored name of the event that says so. */
    static final String TYPE = "audit.DetailsRetired";

    private static final int SHEET = 16;

    private final MessageDigest digest = Sha256.digest();
    private final Map<Long, BitSet> sheets = new HashMap<>();
    private final NavigableMap<Long, RetirementStatement> statements = new TreeMap<>();
    private final NavigableMap<Long, LogFinding> forged = new TreeMap<>();
    private long unsignedUpTo = Long.MAX_VALUE;

    /** Takes what a row says was retired before it. */
    void add(LogRow row) {
        RetirementStatement statement = RetirementStatement.of(row, digest);
        statements.put(row.position(), statement);
        for (long position : statement.retired()) {
            sheets.computeIfAbsent(position >>> SHEET, none -> new BitSet())
                    .set((int) (position & (1 << SHEET) - 1));
        }
    }

    /** Whether the event at a position was retired. */
    boolean include(long position) {
        BitSet sheet = sheets.get(position >>> SHEET);
        return sheet != null && sheet.get((int) (position & (1 << SHEET) - 1));
    }

    /** The positions of statements behind one, which the chain does not vouch for yet. */
    Set<Long> behind(long position) {
        return statements.tailMap(position, false).keySet();
    }

    /** A statement that is not the event that was chained in its place, or not one of Daybook. */
    Optional<LogFinding> unfounded(Block block) {
        Map<Long, RetirementStatement> within =
                statements.subMap(block.first(), true, block.last(), true);
        if (within.isEmpty()) {
            return Optional.empty();
        }
        long[] positions = block.positions();
        for (Map.Entry<Long, RetirementStatement> statement : within.entrySet()) {
            int index = Arrays.binarySearch(positions, statement.getKey());
            if (!statement.getValue().isAt(block, index)) {
                return Optional.of(
                        new LogFinding(
                                statement.getKey(),
                                LogFinding.Kind.ALTERED,
                                "What says here that details were retired is not the event that was"
                                        + " chained."));
            }
        }
        return forgedBehind(block.first() - 1).filter(found -> found.position() <= block.last());
    }

    /**
     * Finds out which statements Daybook did not make.
     *
     * @param upTo the position up to which it did not sign for them yet
     */
    void judge(String origin, Collection<NoteKey> keys, long upTo) {
        unsignedUpTo = upTo;
        statements.forEach(
                (position, statement) ->
                        statement
                                .forgery(origin, keys, upTo)
                                .ifPresent(finding -> forged.put(position, finding)));
    }

    /** The first statement behind a position that Daybook did not make. */
    Optional<LogFinding> forgedBehind(long position) {
        return Optional.ofNullable(forged.higherEntry(position)).map(Map.Entry::getValue);
    }

    /** How many events left the log by statements that nobody had to sign. */
    long unsigned() {
        return statements.headMap(unsignedUpTo, true).values().stream()
                .filter(RetirementStatement::isUnsigned)
                .mapToLong(RetirementStatement::events)
                .sum();
    }
}
