package io.daybook.platform.proof;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The rows that leave the log in one transaction, as far as they have to be remembered. */
final class Leaving implements RowConsumer {

    private final MessageDigest digest = Sha256.digest();
    private final List<Long> positions = new ArrayList<>();
    private final ByteArrayOutputStream leaves = new ByteArrayOutputStream();
    private final Consumer<LogRow> archive;
    private long bytes;

    /**
     * @param archive takes every row as well
     */
    Leaving(Consumer<LogRow> archive) {
        this.archive = archive;
    }

    @Override
    public boolean take(LogRow row) {
        positions.add(row.position());
        leaves.writeBytes(row.leaf(digest));
        bytes += row.length();
        archive.accept(row);
        return true;
    }

    /** Where they stood, ascending. */
    long[] positions() {
        return positions.stream().mapToLong(Long::longValue).toArray();
    }

    /** Their hashes, one behind the other. */
    byte[] leaves() {
        return leaves.toByteArray();
    }

    long bytes() {
        return bytes;
    }
}
