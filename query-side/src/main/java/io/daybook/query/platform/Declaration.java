package io.daybook.query.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The tables of a projection as its file declares them, and the version of what is put there. */
record Declaration(String text, int version) {

    private static final Map<Projection, String> FINGERPRINTS = new ConcurrentHashMap<>();

    /** The fingerprint of a projection's declaration; files are read once. */
    static String fingerprintOf(Projection projection) {
        return FINGERPRINTS.computeIfAbsent(projection, declared -> of(declared).fingerprint());
    }

    static Declaration of(Projection projection) {
        String file = "/projections/" + projection.name() + ".sql";
        try (InputStream stream = projection.getClass().getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalStateException(
                        "The tables of " + projection.name() + " are not declared: " + file);
            }
            return new Declaration(
                    new String(stream.readAllBytes(), StandardCharsets.UTF_8),
                    projection.version());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The statements that make the tables in a schema. */
    List<String> tables(String schema) {
        return statements(schema).filter(statement -> !isIndex(statement)).toList();
    }

    /**
     * The statements that make the indexes, which cost least once the rows are there; those over
     * words, which take longest, come first. Each has a name, so that what was made already is not
     * made twice.
     */
    List<String> indexes(String schema) {
        List<String> unnamed = statements(schema).filter(Declaration::isIndex).toList();
        return IntStream.range(0, unnamed.size())
                .mapToObj(i -> unnamed.get(i).replaceFirst(" on ", " if not exists i" + i + " on "))
                .sorted(Comparator.comparing(index -> !index.contains(" using gin ")))
                .toList();
    }

    private Stream<String> statements(String schema) {
        return Stream.of(text.replaceAll("(?m)^\\s*--.*$", "").split(";"))
                .map(String::strip)
                .filter(statement -> !statement.isEmpty())
                .map(statement -> statement.replace("$schema", schema));
    }

    private static boolean isIndex(String statement) {
        return statement.startsWith("create index") || statement.startsWith("create unique index");
    }

    /** Tells one declaration from another. */
    String fingerprint() {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(
                                    (version == 1 ? text : text + version)
                                            .getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This JVM lacks SHA-256", e);
        }
    }
}
