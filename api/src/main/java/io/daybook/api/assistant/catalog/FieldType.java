package io.daybook.api.assistant.catalog;

import java.util.Locale;
import java.util.Set;

/** What can be done with the values of a column. */
public enum FieldType {
    WHOLE,
    DECIMAL,
    TEXT,
    BOOLEAN,
    DATE,
    TIMESTAMP,
    TIMESTAMP_WITH_ZONE,
    OTHER;

    private static final Set<String> WHOLES =
            Set.of(
                    "smallint",
                    "integer",
                    "bigint",
                    "int",
                    "int2",
                    "int4",
                    "int8",
                    "serial",
                    "bigserial");
    private static final Set<String> DECIMALS =
            Set.of("numeric", "decimal", "real", "double precision", "float4", "float8", "money");
    private static final Set<String> TEXTS =
            Set.of(
                    "text",
                    "character varying",
                    "varchar",
                    "character",
                    "char",
                    "bpchar",
                    "citext",
                    "name");

    /**
     * Reads the type as PostgreSQL writes it, with or without length; enumerations count as text.
     */
    public static FieldType of(String written) {
        String type = written.toLowerCase(Locale.ROOT).replaceAll("\\s*\\([^)]*\\)", "").strip();
        if (type.endsWith("[]")) {
            return OTHER;
        }
        if (WHOLES.contains(type)) {
            return WHOLE;
        }
        if (DECIMALS.contains(type)) {
            return DECIMAL;
        }
        if (TEXTS.contains(type)) {
            return TEXT;
        }
        return switch (type) {
            case "boolean", "bool" -> BOOLEAN;
            case "date" -> DATE;
            case "timestamp", "timestamp without time zone" -> TIMESTAMP;
            case "timestamptz", "timestamp with time zone" -> TIMESTAMP_WITH_ZONE;
            default -> BUILT_IN.contains(type) ? OTHER : TEXT;
        };
    }

    private static final Set<String> BUILT_IN =
            Set.of(
                    "uuid",
                    "json",
                    "jsonb",
                    "xml",
                    "bytea",
                    "inet",
                    "cidr",
                    "macaddr",
                    "interval",
                    "time",
                    "time without time zone",
                    "time with time zone",
                    "timetz",
                    "point",
                    "line",
                    "polygon",
                    "box",
                    "path",
                    "circle",
                    "tsvector",
                    "tsquery",
                    "bit",
                    "bit varying",
                    "oid",
                    "int4range",
                    "int8range",
                    "numrange",
                    "tsrange",
                    "tstzrange",
                    "daterange",
                    "hstore",
                    "geometry",
                    "geography",
                    "array",
                    "vector");

    public boolean numeric() {
        return this == WHOLE || this == DECIMAL;
    }

    public boolean temporal() {
        return this == DATE || this == TIMESTAMP || this == TIMESTAMP_WITH_ZONE;
    }
}
