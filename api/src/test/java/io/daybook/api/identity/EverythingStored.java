package io.daybook.api.identity;

import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Looks for texts in every column of every row of every table, whichever schema it is in: what a
 * raw dump of the database would hold.
 */
final class EverythingStored {

    /** What is encrypted is noise, in which three letters are found by chance every few runs. */
    private static final String ENCRYPTED = "enc1[.][A-Za-z0-9_-]{22}[.][A-Za-z0-9_-]+";

    private final JdbcClient jdbc;

    EverythingStored(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How many rows of which tables hold one of the texts, in whatever case. */
    Map<String, Long> holding(List<String> texts) {
        Map<String, Long> found = new TreeMap<>();
        for (String table : tables()) {
            long rows = rowsOf(table, texts);
            if (rows > 0) {
                found.put(table, rows);
            }
        }
        return found;
    }

    private List<String> tables() {
        return jdbc.sql(
                        """
                        select quote_ident(table_schema) || '.' || quote_ident(table_name)
                        from information_schema.tables
                        where table_type = 'BASE TABLE'
                          and table_schema not in ('pg_catalog', 'information_schema')
                        """)
                .query(String.class)
                .list();
    }

    private long rowsOf(String table, List<String> texts) {
        List<String> columns =
                jdbc.sql(
                                """
                                select case when data_type = 'bytea'
                                  then 'encode(' || quote_ident(column_name) || ', ''escape'')'
                                  else quote_ident(column_name) || '::text' end
                                from information_schema.columns
                                where quote_ident(table_schema) || '.' || quote_ident(table_name) = ?
                                """)
                        .param(table)
                        .query(String.class)
                        .list();
        List<String> conditions = new ArrayList<>();
        for (String text : texts) {
            conditions.add(
                    "position(lower('%s') in lower(regexp_replace(concat_ws(' ', %s), '%s', '', 'g'))) > 0"
                            .formatted(text, String.join(", ", columns), ENCRYPTED));
        }
        return jdbc.sql(
                        "select count(*) from %s where %s"
                                .formatted(table, String.join(" or ", conditions)))
                .query(Long.class)
                .single();
    }
}
