package io.daybook.api.mcp.postgres;

import io.daybook.api.mcp.ToolFailure;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What must not appear in a plan: everything of this database that is volatile (it may change
 * something, or read what is no row) except a few harmless ones, and families that are refused
 * whatever they say of themselves.
 */
record DangerousNames(Set<String> functions, Set<String> operators, Set<String> types) {

    private static final List<String> REFUSED_FAMILIES =
            List.of(
                    "dblink",
                    "lo_",
                    "pg_read_",
                    "pg_ls_",
                    "pg_stat_file",
                    "pg_file_",
                    "pg_logical_",
                    "pg_replication_",
                    "pg_create_",
                    "pg_drop_",
                    "pg_advisory_",
                    "pg_try_advisory_",
                    "pg_terminate_",
                    "pg_cancel_",
                    "pg_reload_",
                    "pg_rotate_",
                    "pg_notify",
                    "pg_export_",
                    "pg_switch_",
                    "pg_wal_replay_",
                    "pg_stat_reset",
                    "query_to_xml",
                    "table_to_xml",
                    "schema_to_xml",
                    "database_to_xml",
                    "cursor_to_xml",
                    "crosstab",
                    "connectby",
                    "xpath_table",
                    "ts_stat",
                    "set_config",
                    "setval",
                    "nextval");

    private static final String HARMLESS =
            Stream.of(
                            "random",
                            "random_normal",
                            "gen_random_uuid",
                            "uuidv4",
                            "uuidv7",
                            "clock_timestamp",
                            "timeofday",
                            "pg_sleep",
                            "pg_sleep_for",
                            "pg_sleep_until",
                            "pg_relation_size",
                            "pg_table_size",
                            "pg_indexes_size",
                            "pg_total_relation_size",
                            "pg_database_size",
                            "pg_is_in_recovery",
                            "pg_partition_tree",
                            "pg_partition_ancestors",
                            "pg_sequence_last_value",
                            "pg_lock_status",
                            "current_query")
                    .collect(Collectors.joining("', '", "'", "'"));

    /**
     * By kind and name: everything volatile that can be called, and what says of itself that it is
     * not but speaks of a refused family in its body.
     */
    static final String SELECT =
            """
            WITH volatile AS (
              SELECT p.oid, p.proname, p.prokind FROM pg_catalog.pg_proc p
              JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace
              JOIN pg_catalog.pg_type r ON r.oid = p.prorettype
              WHERE (p.provolatile = 'v' AND NOT (n.nspname = 'pg_catalog' AND p.proname IN (%s))
                     OR n.nspname NOT IN ('pg_catalog', 'information_schema')
                        AND p.prosrc ~ '\\m(%s)')
                AND r.typname NOT IN ('trigger', 'event_trigger') AND r.typname NOT LIKE '%%\\_handler'
                AND NOT 'pg_catalog.internal'::pg_catalog.regtype = ANY (p.proargtypes))
            SELECT 'function', proname::text FROM volatile WHERE prokind IN ('f', 'w')
            UNION SELECT 'function', p.proname::text FROM pg_catalog.pg_aggregate a
              JOIN pg_catalog.pg_proc p ON p.oid = a.aggfnoid
              JOIN volatile v ON v.oid IN (a.aggtransfn, a.aggfinalfn, a.aggcombinefn, a.aggserialfn,
                                           a.aggdeserialfn, a.aggmtransfn, a.aggminvtransfn, a.aggmfinalfn)
            UNION SELECT 'operator', o.oprname::text FROM pg_catalog.pg_operator o
              JOIN volatile v ON v.oid = o.oprcode
            UNION SELECT 'type', t.typname::text FROM pg_catalog.pg_cast c
              JOIN volatile v ON v.oid = c.castfunc JOIN pg_catalog.pg_type t ON t.oid = c.casttarget
            UNION SELECT 'type', t.typname::text FROM pg_catalog.pg_type t
              JOIN volatile v ON v.oid IN (t.typinput, t.typoutput, t.typreceive, t.typsend, t.typmodin)
            UNION SELECT 'type', t.typname::text FROM pg_catalog.pg_constraint k
              JOIN pg_catalog.pg_type t ON t.oid = k.contypid
              JOIN pg_catalog.pg_depend d ON d.classid = 'pg_catalog.pg_constraint'::pg_catalog.regclass
                AND d.objid = k.oid AND d.refclassid = 'pg_catalog.pg_proc'::pg_catalog.regclass
              JOIN volatile v ON v.oid = d.refobjid
            """
                    .formatted(HARMLESS, String.join("|", REFUSED_FAMILIES));

    static DangerousNames of(TextTable table) {
        return new DangerousNames(
                names(table, "function"), names(table, "operator"), names(table, "type"));
    }

    /** Fails with the reason function-not-allowed when the plan contains one of them. */
    void check(PlanReading plan) {
        plan.functions().stream()
                .filter(this::refused)
                .sorted()
                .findFirst()
                .ifPresent(name -> refuse("function", name));
        for (String code : plan.code()) {
            operators.stream()
                    .filter(code::contains)
                    .findFirst()
                    .ifPresent(name -> refuse("operator", name));
            types.stream()
                    .filter(name -> code.contains("::" + name) || code.contains("." + name))
                    .findFirst()
                    .ifPresent(name -> refuse("type", name));
        }
    }

    /** The same for the statement itself, since a plan does not show all that runs. */
    void check(StatementScanner statement) {
        statement.calls().stream()
                .filter(this::refused)
                .sorted()
                .findFirst()
                .ifPresent(name -> refuse("function", name));
        statement.names().stream()
                .filter(types::contains)
                .findFirst()
                .ifPresent(name -> refuse("type", name));
        operators.stream()
                .filter(statement.symbols()::contains)
                .findFirst()
                .ifPresent(name -> refuse("operator", name));
    }

    private boolean refused(String function) {
        return functions.contains(function)
                || REFUSED_FAMILIES.stream().anyMatch(function::startsWith);
    }

    private static void refuse(String what, String name) {
        throw new ToolFailure(
                "function-not-allowed",
                "The %s %s may do more than read and is not allowed here.".formatted(what, name));
    }

    private static Set<String> names(TextTable table, String kind) {
        return table.rows().stream()
                .filter(row -> kind.equals(row.get(0)))
                .map(row -> Objects.requireNonNull(row.get(1)))
                .collect(Collectors.toUnmodifiableSet());
    }
}
