package io.daybook.api.mcp.postgres;

import reactor.core.publisher.Mono;

import java.util.List;

/**
 * Lets a role in only when it cannot do harm: refuses one with the rights of a superuser, and one
 * that can write unless it may act as a reader, to which it is then dropped.
 */
final class RoleCheck {

    /** Memberships that reach beyond the rows of this database. */
    private static final String POWERFUL =
            "'pg_write_all_data', 'pg_read_server_files', 'pg_write_server_files',"
                    + " 'pg_execute_server_program', 'pg_signal_backend', 'pg_maintain',"
                    + " 'pg_create_subscription', 'pg_checkpoint'";

    /** The roles that a writing role is dropped to when it is a member of one. */
    private static final String READERS = "'daybook_reader', 'pg_read_all_data'";

    private static final String HARM =
            """
            SELECT
              EXISTS (SELECT FROM pg_catalog.pg_roles r
                      WHERE r.rolsuper AND pg_catalog.pg_has_role(w.oid, r.oid, 'MEMBER')) AS superuser,
              (SELECT pg_catalog.string_agg(r.rolname, ', ') FROM pg_catalog.pg_roles r
               WHERE r.rolname IN (\
            """
                    + POWERFUL
                    + """
                    ) AND pg_catalog.pg_has_role(w.oid, r.oid, 'MEMBER')) AS powerful,
                      CASE WHEN w.rolcreaterole THEN 'create roles' WHEN w.rolreplication THEN 'replicate' END AS attribute,
                      (SELECT n.nspname || '.' || c.relname FROM pg_catalog.pg_class c
                       JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
                       WHERE c.relkind IN ('r', 'p', 'v', 'f') AND n.nspname NOT IN ('pg_catalog', 'information_schema')
                         AND n.nspname !~ '^pg_(toast|temp)'
                         AND (pg_catalog.has_table_privilege(w.oid, c.oid, 'INSERT, UPDATE, DELETE, TRUNCATE')
                              OR pg_catalog.has_any_column_privilege(w.oid, c.oid, 'INSERT, UPDATE')) LIMIT 1) AS writable,
                      (SELECT n.nspname FROM pg_catalog.pg_namespace n
                       WHERE n.nspname !~ '^pg_' AND pg_catalog.has_schema_privilege(w.oid, n.oid, 'CREATE') LIMIT 1) AS schema,
                      w.rolname
                    FROM pg_catalog.pg_roles w
                    WHERE\s
                    """;

    private final boolean allowWritable;

    RoleCheck(boolean allowWritable) {
        this.allowWritable = allowWritable;
    }

    /** The same session, or the failure too-many-privileges with what to do about it. */
    Mono<PostgresSession> apply(PostgresSession session) {
        return harm(session, "w.rolname = current_user")
                .flatMap(
                        roles -> {
                            Harm role = roles.getFirst();
                            if (role.powerful()) {
                                return Mono.error(role.refusal());
                            }
                            if (!role.writes() || allowWritable) {
                                return Mono.just(session);
                            }
                            return drop(session, role);
                        });
    }

    private static Mono<PostgresSession> drop(PostgresSession session, Harm role) {
        return harm(
                        session,
                        "w.rolname IN ("
                                + READERS
                                + ") AND pg_catalog.pg_has_role(current_user, w.oid, 'MEMBER')")
                .flatMap(
                        readers ->
                                readers.stream()
                                        .filter(reader -> !reader.powerful() && !reader.writes())
                                        .findFirst()
                                        .map(
                                                reader -> {
                                                    session.readAs(reader.role());
                                                    return Mono.just(session);
                                                })
                                        .orElseGet(() -> Mono.error(role.refusal())));
    }

    private static Mono<List<Harm>> harm(PostgresSession session, String which) {
        return session.read(HARM + which)
                .map(table -> table.rows().stream().map(Harm::of).toList());
    }
}
