package io.daybook.api.mcp.postgres;

import io.daybook.api.mcp.ToolFailure;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Objects;

/** What a role could do beyond reading. */
record Harm(
        boolean superuser,
        @Nullable String powers,
        @Nullable String attribute,
        @Nullable String table,
        @Nullable String schema,
        String role) {

    private static final String REMEDY =
            " Connect with a role that can only read, for example: CREATE ROLE daybook_reader LOGIN"
                    + " PASSWORD '…'; GRANT pg_read_all_data TO daybook_reader;";

    static Harm of(List<@Nullable String> row) {
        return new Harm(
                "t".equals(row.get(0)),
                row.get(1),
                row.get(2),
                row.get(3),
                row.get(4),
                Objects.requireNonNull(row.get(5)));
    }

    /** Whether it reaches beyond the rows of this database. */
    boolean powerful() {
        return superuser || powers != null || attribute != null;
    }

    boolean writes() {
        return table != null || schema != null;
    }

    ToolFailure refusal() {
        return new ToolFailure(
                "too-many-privileges", "The role " + role + " " + can() + "." + REMEDY);
    }

    private String can() {
        if (superuser) {
            return "has the rights of a superuser";
        }
        if (powers != null) {
            return "is a member of " + powers;
        }
        if (attribute != null) {
            return "can " + attribute;
        }
        return table != null
                ? "can write to " + table
                : "can create tables in the schema " + schema;
    }
}
