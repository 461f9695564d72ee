package io.daybook.api.assistant.sql;

import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Names and literals as PostgreSQL takes them; quoted where they must be. */
public final class Identifiers {

    private static final Pattern PLAIN = Pattern.compile("[a-z_][a-z0-9_]*");

    /** PostgreSQL 18, appendix C: reserved words, and those that cannot be a function or type. */
    private static final Set<String> RESERVED =
            Arrays.stream(
                            """
                            all analyse analyze and any array as asc asymmetric authorization between bigint binary bit
                            boolean both case cast char character check coalesce collate collation column concurrently
                            constraint create cross current_catalog current_date current_role current_schema current_time
                            current_timestamp current_user dec decimal default deferrable desc distinct do else end except
                            exists extract false fetch float for foreign freeze from full grant greatest group grouping
                            having ilike in initially inner inout int integer intersect interval into is isnull join
                            lateral leading least left like limit localtime localtimestamp national natural nchar none
                            normalize not notnull null nullif numeric offset on only or order out outer overlaps overlay
                            placing position precision primary real references returning right row select session_user
                            setof similar smallint some substring symmetric system_user table tablesample then time
                            timestamp to trailing treat trim true union unique user using values varchar variadic verbose
                            when where window with xmlattributes xmlconcat xmlelement xmlexists xmlforest xmlnamespaces
                            xmlparse xmlpi xmlroot xmlserialize xmltable year month day hour minute second value
                            """
                                    .strip()
                                    .split("\\s+"))
                    .collect(Collectors.toUnmodifiableSet());

    private Identifiers() {}

    public static boolean reserved(String name) {
        return RESERVED.contains(name);
    }

    /** A name, quoted unless it is plain lower case and not reserved. */
    public static String name(String name) {
        return PLAIN.matcher(name).matches() && !reserved(name)
                ? name
                : '"' + name.replace("\"", "\"\"") + '"';
    }

    /** A text literal; safe whatever standard_conforming_strings says. */
    public static String literal(String text) {
        String quoted = "'" + text.replace("'", "''") + "'";
        return text.indexOf('\\') < 0 ? quoted : "E" + quoted.replace("\\", "\\\\");
    }
}
