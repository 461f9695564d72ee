package io.daybook.benchmarks;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import javax.sql.DataSource;

/**
 * A year of a busy installation, written straight into the tables of the live generations: 5,000
 * people of whom the busiest does some six of a hundred things, one address behind which a third of
 * them sits, events in the shares that are seen, and sentences from a vocabulary of 20,000 words of
 * which some are everywhere and most are rare.
 */
final class HistoryFill {

    private static final int PEOPLE = 5_000;
    private static final int SLICE = 1_000_000;
    private static final String TABLE = "p_audit_1.audit_entries";

    private final DataSource dataSource;

    HistoryFill(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** An index as it is declared, and how many seconds it took to build it over all rows. */
    record Index(String name, String columns, double seconds, double megabytes) {}

    /** Fills the table without its indexes, then builds each; answers what each of them took. */
    List<Index> fill(long rows) throws SQLException {
        people();
        List<Declared> indexes = declared();
        for (Declared index : indexes) {
            execute("drop index p_audit_1." + index.name());
        }
        long start = System.nanoTime();
        execute("truncate " + TABLE);
        execute("select setseed(0.5)");
        for (long first = 1; first <= rows; first += SLICE) {
            execute(next(rows, first, Math.min(rows, first + SLICE - 1)));
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        Report.title(String.format(Locale.ROOT, "History of %,d entries", rows));
        Report.figure("filled without indexes", rows / seconds, "rows/s");
        Report.figure("table", megabytes(TABLE), "MB");
        List<Index> built = new ArrayList<>();
        for (Declared index : indexes) {
            long begin = System.nanoTime();
            execute("set maintenance_work_mem = '512MB'; " + index.definition());
            built.add(
                    new Index(
                            index.name(),
                            index.definition().replaceFirst("^.* USING ", ""),
                            (System.nanoTime() - begin) / 1e9,
                            megabytes("p_audit_1." + index.name())));
        }
        execute("vacuum analyze " + TABLE);
        execute("analyze p_users_1.users");
        execute("analyze p_sessions_1.sessions");
        return built;
    }

    /** Rows a second that are appended a thousand at a time to a copy with some of the indexes. */
    double appended(List<String> definitions) throws SQLException {
        execute(
                "create table p_audit_1.appended (like p_audit_1.audit_entries including defaults,"
                        + " primary key (position))");
        for (String definition : definitions) {
            execute(
                    definition
                            .replaceFirst("INDEX \\S+ ON", "INDEX ON")
                            .replace("audit_entries", "appended"));
        }
        int batches = 100;
        long start = System.nanoTime();
        for (int batch = 0; batch < batches; batch++) {
            execute(
                    """
                    insert into p_audit_1.appended select * from p_audit_1.audit_entries
                    where position between %d and %d
                    """
                            .formatted(1 + batch * 1_000, 1_000 + batch * 1_000));
        }
        double rate = batches * 1_000 / ((System.nanoTime() - start) / 1e9);
        execute("drop table p_audit_1.appended");
        return rate;
    }

    /** Statements that declare the indexes as they stand. */
    List<String> definitions() throws SQLException {
        return declared().stream().map(Declared::definition).toList();
    }

    /** How often the whole table was read from end to end. */
    long sequentialScans() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet result =
                        statement.executeQuery(
                                "select sum(seq_scan) from pg_stat_user_tables where relname in"
                                        + " ('audit_entries', 'users', 'sessions')")) {
            result.next();
            return result.getLong(1);
        }
    }

    /** The rows of some positions; every draw of a chance is made anew for each. */
    private static String next(long rows, long first, long last) {
        return """
        insert into p_audit_1.audit_entries (event_id, position, at, type, revision, aggregate_id,
            aggregate_type, sequence, actor_kind, actor_id, subject_id, session_id, address, sentence, command,
            correlation_id, causation_id)
        select
            ('019b' || lpad(to_hex(i), 12, '0') || '8' || substr(md5(i::text), 1, 15))::uuid,
            i,
            timestamptz '2025-11-01' + interval '1 year' * (i::float8 / %d),
            type, '1',
            ('019b' || lpad(to_hex(i / 3), 12, '0') || '9' || substr(md5((i / 3)::text), 1, 15))::uuid,
            split_part(type, '.', 1), i %% 3,
            case when kind < 0.46 then 'user' when kind < 0.47 then 'anonymous' else 'system' end,
            person,
            ('019a' || lpad(to_hex(who + case when i %% 50 = 0 then 1 else 0 end), 12, '0') || '8000000000000000')::uuid,
            ('019c' || lpad(to_hex(who * 40 + (random() * 39)::int), 12, '0') || '8' || substr(md5(who::text), 1, 15))::uuid,
            case when who %% 3 = 0 then '203.0.113.7' else '198.51.' || who %% 256 || '.' || who / 256 end,
            case
                when kind < 0.25 then 'stayed signed in'
                when kind < 0.43 then 'called the tool run_query: select ' || words.a || ' from ' || words.b || ' limit 100'
                when kind < 0.60 then 'got ' || (random() * 1000)::int || ' rows from run_query in ' || (random() * 900)::int || ' ms'
                when kind < 0.72 then 'asked “' || words.a || ' by ' || words.b || ' per month and ' || words.c || '”'
                when kind < 0.83 then 'answered with ' || (random() * 1000)::int || ' rows in ' || (random() * 900)::int || ' ms'
                when kind < 0.88 then 'signed in with Firefox on Linux'
                when kind < 0.92 then 'signed out'
                when kind < 0.96 then 'changed a project, now “' || words.a || ' ' || words.c || '”'
                else 'opened the project “' || words.c || ' ' || words.b || '”'
            end,
            'projects.CreateProject',
            ('019b' || lpad(to_hex(i / 4), 12, '0') || 'a' || substr(md5((i / 4)::text), 1, 15))::uuid,
            case when i %% 4 > 0
                then ('019b' || lpad(to_hex(i - 1), 12, '0') || '8' || substr(md5((i - 1)::text), 1, 15))::uuid end
        from (
            select i, kind, who, ('019a' || lpad(to_hex(who), 12, '0') || '8000000000000000')::uuid as person,
                case
                    when i %% 500000 = 7 then 'audit.RebuildRequested'
                    when i %% 20000 = 11 then 'identity.RefreshTokenReused'
                    when kind < 0.25 then 'identity.SessionRefreshed'
                    when kind < 0.43 then 'connections.ToolCalled'
                    when kind < 0.60 then 'connections.ToolAnswered'
                    when kind < 0.72 then 'assistant.QuestionAsked'
                    when kind < 0.83 then 'assistant.QuestionAnswered'
                    when kind < 0.88 then 'identity.SessionStarted'
                    when kind < 0.92 then 'identity.SessionEnded'
                    when kind < 0.96 then 'projects.ProjectRenamed'
                    else 'projects.ProjectCreated'
                end as type
            from (
                select i, random() as kind, (%d * power(random(), 3))::int as who
                from generate_series(%d, %d) i
            ) drawn
        ) event,
        lateral (
            select 'w' || (20000 * power(random(), 4) + i * 0)::int as a,
                'w' || (20000 * power(random(), 2) + i * 0)::int as b,
                'w' || (20000 * random() + i * 0)::int as c
        ) words
        """
                .formatted(rows, PEOPLE, first, last);
    }

    private void people() throws SQLException {
        execute(
                """
                insert into p_users_1.users (user_id, email, full_name, username, role, email_verified, created_at)
                select ('019a' || lpad(to_hex(who), 12, '0') || '8000000000000000')::uuid,
                    'person' || who || '@example.org', 'Person' || who || ' Family' || who / 7, null, 'USER', true,
                    timestamptz '2025-11-01'
                from generate_series(0, %1$d) who on conflict do nothing
                """
                        .formatted(PEOPLE));
        execute(
                """
                insert into p_sessions_1.sessions (session_id, user_id, device, browser, operating_system, address,
                    created_at, last_seen_at, expires_at)
                select ('019c' || lpad(to_hex(who * 40 + n), 12, '0') || '8' || substr(md5(who::text), 1, 15))::uuid,
                    ('019a' || lpad(to_hex(who), 12, '0') || '8000000000000000')::uuid,
                    'Computer', 'Firefox', 'Linux', '198.51.100.1', now(), now(), now()
                from generate_series(0, %1$d) who, generate_series(0, 39) n on conflict do nothing
                """
                        .formatted(PEOPLE));
    }

    private List<Declared> declared() throws SQLException {
        List<Declared> found = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet result =
                        statement.executeQuery(
                                "select indexname, indexdef from pg_indexes where schemaname ="
                                    + " 'p_audit_1' and tablename = 'audit_entries' and indexname"
                                    + " not like '%_pkey' order by 1")) {
            while (result.next()) {
                found.add(new Declared(result.getString(1), result.getString(2)));
            }
        }
        return found;
    }

    private double megabytes(String relation) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet result =
                        statement.executeQuery("select pg_relation_size('" + relation + "')")) {
            result.next();
            return result.getLong(1) / 1e6;
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "select set_config(name, '0', false) from pg_settings where name in"
                            + " ('transaction_timeout', 'statement_timeout')");
            statement.execute(sql);
        }
    }

    private record Declared(String name, String definition) {}
}
