package io.daybook.platform.backup;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/**
 * What a backup holds, written as its last entry: without it the file is not whole.
 *
 * @param migrations that had run on the database, by their versions
 * @param keyFingerprint of the master key that wraps the keys inside; absent when it was not at
 *     hand
 * @param keyIncluded whether the master key itself lies in the file
 */
record Manifest(
        String format,
        Instant takenAt,
        List<String> migrations,
        List<Part> tables,
        @Nullable String keyFingerprint,
        boolean keyIncluded) {

    static final String FORMAT = "daybook-backup/1";
    static final String NAME = "manifest.json";
    static final String KEY = "master.key";

    /**
     * One table: its columns as they were, its rows, the SHA-256 of the entry, and its sequence.
     */
    record Part(
            String table,
            List<String> columns,
            long rows,
            String sha256,
            @Nullable String identity,
            long reached) {

        String entry() {
            return "tables/" + table + ".copy";
        }

        /** The columns as SQL names them. */
        String list() {
            return String.join(", ", columns.stream().map(Part::quoted).toList());
        }

        String quotedTable() {
            return quoted(table);
        }

        private static String quoted(String name) {
            return '"' + name.replace("\"", "\"\"") + '"';
        }
    }
}
