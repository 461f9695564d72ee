package io.daybook.platform.backup;

import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import javax.sql.DataSource;

/**
 * Writes log, chain, checkpoints, keys, vault, outbox and the positions of automations as they are
 * in one snapshot, while Daybook goes on. What is made from the log (read models and the positions
 * of their readers) is left out.
 */
public final class Backup {

    // what can be made anew: the projections' own tables, what is in schemas of their own, Flyway's
    // list
    private static final String TABLES =
            """
            select relname from pg_class
            where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition
              and relname not like 'projection\\_%' and relname <> 'flyway_schema_history'
            order by relname
            """;
    // the processors of projections are called after their generation, for example users@1
    private static final String OF_PROJECTIONS = "%@%";

    private final DataSource database;

    public Backup(DataSource database) {
        this.database = database;
    }

    /** What was written. */
    public record Written(int tables, long rows) {}

    /**
     * Writes it as a zip; the stream stays open.
     *
     * @param masterKey to know later which key is needed
     * @param includeKey whether the key goes into the file
     */
    public Written write(
            OutputStream out, byte @Nullable [] masterKey, KeyChoice includeKey, Instant now)
            throws IOException, SQLException {
        boolean included = includeKey == KeyChoice.INCLUDED && masterKey != null;
        List<Manifest.Part> parts = new ArrayList<>();
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("set transaction isolation level repeatable read, read only");
            List<String> migrations =
                    texts(
                            statement,
                            "select version from flyway_schema_history where success and version is"
                                    + " not null order by installed_rank");
            for (String table : texts(statement, TABLES)) {
                parts.add(table(table, statement, zip));
            }
            connection.rollback();
            if (included) {
                zip.putNextEntry(new ZipEntry(Manifest.KEY));
                zip.write(Base64.getEncoder().encode(masterKey));
                zip.closeEntry();
            }
            zip.putNextEntry(new ZipEntry(Manifest.NAME));
            zip.write(
                    new JsonMapper()
                            .writerWithDefaultPrettyPrinter()
                            .writeValueAsBytes(
                                    new Manifest(
                                            Manifest.FORMAT,
                                            now,
                                            migrations,
                                            parts,
                                            masterKey == null ? null : KeyFingerprint.of(masterKey),
                                            included)));
            zip.closeEntry();
        }
        zip.finish();
        return new Written(parts.size(), parts.stream().mapToLong(Manifest.Part::rows).sum());
    }

    private static Manifest.Part table(String table, Statement statement, ZipOutputStream zip)
            throws IOException, SQLException {
        String literal = statement.enquoteLiteral(table);
        List<String> columns =
                texts(
                        statement,
                        "select column_name from information_schema.columns where table_schema ="
                                + " 'public' and is_generated = 'NEVER' and table_name = "
                                + literal
                                + " order by ordinal_position");
        List<String> identity =
                texts(
                        statement,
                        "select column_name from information_schema.columns where table_schema ="
                                + " 'public' and is_identity = 'YES' and table_name = "
                                + literal);
        Manifest.Part draft = new Manifest.Part(table, columns, 0, "", null, 0);
        zip.putNextEntry(new ZipEntry(draft.entry()));
        MessageDigest digest = sha256();
        DigestOutputStream out = new DigestOutputStream(zip, digest);
        String rows =
                "select %s from %s%s"
                        .formatted(draft.list(), draft.quotedTable(), restriction(columns));
        long count =
                statement
                        .getConnection()
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyOut("copy (" + rows + ") to stdout", out);
        zip.closeEntry();
        return new Manifest.Part(
                table,
                columns,
                count,
                HexFormat.of().formatHex(digest.digest()),
                identity.isEmpty() ? null : identity.getFirst(),
                identity.isEmpty() ? 0 : reached(statement, table, identity.getFirst()));
    }

    /** Positions and dead letters of projections are theirs; those of automations are kept. */
    private static String restriction(List<String> columns) {
        for (String processor : List.of("processor_name", "processor")) {
            if (columns.contains(processor)) {
                return " where " + processor + " not like '" + OF_PROJECTIONS + "'";
            }
        }
        return "";
    }

    private static long reached(Statement statement, String table, String column)
            throws SQLException {
        String sequence =
                texts(
                                statement,
                                "select pg_get_serial_sequence(%s, %s)"
                                        .formatted(
                                                statement.enquoteLiteral("public." + table),
                                                statement.enquoteLiteral(column)))
                        .getFirst();
        return Long.parseLong(
                texts(
                                statement,
                                "select case when is_called then last_value else 0 end from "
                                        + sequence)
                        .getFirst());
    }

    private static List<String> texts(Statement statement, String sql) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This JVM lacks SHA-256", e);
        }
    }
}
