package io.daybook.platform.backup;

import org.flywaydb.core.Flyway;
import org.postgresql.PGConnection;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import javax.sql.DataSource;

/** Puts a backup into a database that nothing has been written to yet: all of it, or nothing. */
public final class Restore implements AutoCloseable {

    private final ZipFile file;
    private final Manifest manifest;

    /**
     * Opens a backup.
     *
     * @throws IllegalArgumentException when it is none, or not whole
     */
    public Restore(Path backup) throws IOException {
        file = new ZipFile(backup.toFile());
        ZipEntry entry = file.getEntry(Manifest.NAME);
        if (entry == null) {
            file.close();
            throw new IllegalArgumentException("This is not a whole backup of Daybook.");
        }
        try (InputStream in = file.getInputStream(entry)) {
            manifest = new JsonMapper().readValue(in, Manifest.class);
        }
        if (!manifest.format().equals(Manifest.FORMAT)) {
            file.close();
            throw new IllegalArgumentException(
                    "The backup has another format than " + Manifest.FORMAT + ".");
        }
    }

    /** When it was taken. */
    public Instant takenAt() {
        return manifest.takenAt();
    }

    /** The master key that lies in it. */
    public Optional<byte[]> masterKey() throws IOException {
        if (!manifest.keyIncluded()) {
            return Optional.empty();
        }
        try (InputStream in = file.getInputStream(file.getEntry(Manifest.KEY))) {
            return Optional.of(Base64.getDecoder().decode(in.readAllBytes()));
        }
    }

    /** Whether a master key is the one that wraps the keys inside, as far as the backup knows. */
    public boolean fits(byte[] masterKey) {
        String known = manifest.keyFingerprint();
        return known == null || known.equals(KeyFingerprint.of(masterKey));
    }

    /**
     * Writes everything; answers how many rows there were.
     *
     * @throws IllegalStateException when the database has a log already, or the file was damaged
     */
    public long into(DataSource database) throws IOException, SQLException {
        refuseUsed(database);
        Flyway.configure()
                .dataSource(database)
                .outOfOrder(true)
                .resourceProvider(new KeptMigrations(manifest.migrations()))
                .load()
                .migrate();
        long rows = 0;
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (Manifest.Part part : manifest.tables()) {
                rows += table(part, statement);
            }
            connection.commit();
        }
        return rows;
    }

    private static void refuseUsed(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet found =
                        statement.executeQuery("select to_regclass('public.domain_event')")) {
            found.next();
            if (found.getString(1) != null) {
                throw new IllegalStateException(
                        "The database has a log already: restore into an empty folder or"
                                + " database.");
            }
        }
    }

    private long table(Manifest.Part part, Statement statement) throws IOException, SQLException {
        ZipEntry entry = file.getEntry(part.entry());
        if (entry == null) {
            throw new IllegalStateException("The backup lacks the table " + part.table() + ".");
        }
        // migrations put first rows into some tables
        statement.execute("delete from " + part.quotedTable());
        MessageDigest digest = Backup.sha256();
        long rows;
        try (DigestInputStream in = new DigestInputStream(file.getInputStream(entry), digest)) {
            rows =
                    statement
                            .getConnection()
                            .unwrap(PGConnection.class)
                            .getCopyAPI()
                            .copyIn(
                                    "copy %s (%s) from stdin"
                                            .formatted(part.quotedTable(), part.list()),
                                    in);
        }
        if (rows != part.rows()
                || !HexFormat.of().formatHex(digest.digest()).equals(part.sha256())) {
            throw new IllegalStateException(
                    "The table " + part.table() + " of the backup is damaged.");
        }
        if (part.identity() != null && part.reached() > 0) {
            statement.execute(
                    "select setval(pg_get_serial_sequence(%s, %s), %d)"
                            .formatted(
                                    statement.enquoteLiteral("public." + part.table()),
                                    statement.enquoteLiteral(part.identity()),
                                    part.reached()));
        }
        return rows;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
