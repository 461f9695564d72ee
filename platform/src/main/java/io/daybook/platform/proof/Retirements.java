package io.daybook.platform.proof;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The positions whose events were retired, as the events say that retired them. These are read
 * before the walk along the log; the walk itself shows whether each of them stands in the log as it
 * was chained, so that a statement which only claims to be one excuses nothing.
 */
final class Retirements {

    /** The stored name of the event that says so. */
    static final String TYPE = "audit.DetailsRetired";

    private static final int TYPE_FIELD = 6;
    private static final int PAYLOAD_FIELD = 8;
    private static final int SHEET = 16;

    private final MessageDigest digest = Sha256.digest();
    private final Map<Long, BitSet> sheets = new HashMap<>();
    private final TreeMap<Long, byte[]> statements = new TreeMap<>();

    /** Takes what a row says was retired before it. */
    void add(LogRow row) {
        statements.put(row.position(), row.leaf(digest));
        for (long position : said(row)) {
            if (position > 0 && position < row.position()) {
                sheets.computeIfAbsent(position >>> SHEET, none -> new BitSet())
                        .set((int) (position & (1 << SHEET) - 1));
            }
        }
    }

    private static long[] said(LogRow row) {
        String payload = row.text(PAYLOAD_FIELD);
        if (!TYPE.equals(row.text(TYPE_FIELD)) || payload == null) {
            return new long[0];
        }
        try {
            return PositionSet.read(
                    JsonMapper.shared().readTree(payload).path("positions").asString(""));
        } catch (JacksonException | IllegalArgumentException illegible) {
            return new long[0]; // excuses nothing, and the walk will name it
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

    /** A statement that is not the event that was chained in its place. */
    Optional<LogFinding> unfounded(Block block) {
        Map<Long, byte[]> within = statements.subMap(block.first(), true, block.last(), true);
        if (within.isEmpty()) {
            return Optional.empty();
        }
        long[] positions = block.positions();
        for (Map.Entry<Long, byte[]> statement : within.entrySet()) {
            int index = Arrays.binarySearch(positions, statement.getKey());
            if (index < 0 || !Arrays.equals(block.leaf(index), statement.getValue())) {
                return Optional.of(
                        new LogFinding(
                                statement.getKey(),
                                LogFinding.Kind.ALTERED,
                                "What says here that details were retired is not the event that was"
                                        + " chained."));
            }
        }
        return Optional.empty();
    }
}
