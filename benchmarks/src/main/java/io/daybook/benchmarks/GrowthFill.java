package io.daybook.benchmarks;

import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcOperations;

import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A year of events, written straight into the log with the lengths that Daybook's own have: visits
 * of 25 events each, in which somebody signs in, asks three questions for which tools are called,
 * keeps a project, refreshes the session and signs out.
 */
final class GrowthFill {

    private static final int SLICE = 500_000;

    private final JdbcOperations jdbc;

    GrowthFill(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** One event of a visit: which of its things it belongs to, and the how-manieth of it. */
    private record Step(String event, String type, int thing, int sequence, String payload) {}

    void fill(long events) {
        for (long first = 1; first <= events; first += SLICE) {
            patiently(jdbc, slice(first, Math.min(events, first + SLICE - 1), events));
        }
        patiently(jdbc, "vacuum analyze domain_event");
    }

    /** What takes longer than the house lets anything take. */
    static void patiently(JdbcOperations jdbc, String sql) {
        jdbc.execute(
                (ConnectionCallback<Object>)
                        connection -> {
                            try (Statement statement = connection.createStatement()) {
                                statement.execute(
                                        "select set_config(name, '0', false) from pg_settings where"
                                                + " name in ('transaction_timeout',"
                                                + " 'statement_timeout')");
                                return statement.execute(sql);
                            }
                        });
    }

    private static String slice(long first, long last, long events) {
        return """
        insert into domain_event (event_id, aggregate_id, sequence_number, type, time_stamp, payload_type,
            payload_revision, payload, meta_data)
        select ('019c' || lpad(to_hex(i), 12, '0') || '8' || substr(md5(i::text), 1, 15))::uuid,
            ('019b' || lpad(to_hex(i / 25 * 16 + step.thing), 12, '0') || '8' || substr(md5((i / 25)::text), 1, 15))::uuid,
            step.sequence, step.type, now() - interval '1 year' * (%d - i) / %d, step.event, '1',
            step.payload,
            '{"userId":"' || who || '","sessionId":"' || who || '","address":"enc1.' || rpad('', 69, md5(i::text))
                || '","command":"' || split_part(step.event, '.', 2) || '","correlation":"' || who || '"}'
        from generate_series(%d, %d) i
        join (values %s) step (nth, event, type, thing, sequence, payload) on step.nth = i %% 25
        cross join lateral (select md5(i::text)::uuid::text as who) person
        order by i
        """
                .formatted(events, events, first, last, steps());
    }

    private static String steps() {
        Map<Integer, Step> steps = new TreeMap<>();
        steps.put(
                0,
                step("identity.SessionStarted", "Session", 0, 0, ids(2) + personal(8, 7, 5, 12)));
        question(steps, 1, 1);
        call(steps, 5, 4);
        refresh(steps, 7, 1);
        question(steps, 8, 5);
        refresh(steps, 12, 2);
        steps.put(13, step("projects.ProjectCreated", "Project", 8, 0, ids(2) + personal(20, 60)));
        question(steps, 14, 9);
        for (int nth = 18; nth <= 21; nth++) {
            refresh(steps, nth, nth - 15);
        }
        steps.put(22, step("projects.ProjectRenamed", "Project", 8, 1, ids(2) + personal(20, 60)));
        refresh(steps, 23, 7);
        steps.put(24, step("identity.SessionEnded", "Session", 0, 8, ids(2) + plain(12)));
        return steps.entrySet().stream()
                .map(each -> row(each.getKey(), each.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static void question(Map<Integer, Step> steps, int nth, int thing) {
        steps.put(
                nth,
                step("assistant.QuestionAsked", "Run", thing, 0, ids(4) + personal(45) + plain(8)));
        call(steps, nth + 1, thing + 1);
        steps.put(
                nth + 3,
                step(
                        "assistant.QuestionAnswered",
                        "Run",
                        thing,
                        1,
                        ids(2) + personal(160, 90) + plain(30)));
    }

    private static void call(Map<Integer, Step> steps, int nth, int thing) {
        steps.put(
                nth,
                step("connections.ToolCalled", "ToolCall", thing, 0, ids(4) + personal(9, 180)));
        steps.put(
                nth + 1,
                step(
                        "connections.ToolAnswered",
                        "ToolCall",
                        thing,
                        1,
                        ids(2) + personal(9) + plain(40)));
    }

    private static void refresh(Map<Integer, Step> steps, int nth, int sequence) {
        steps.put(
                nth, step("identity.SessionRefreshed", "Session", 0, sequence, ids(2) + plain(45)));
    }

    private static Step step(String event, String type, int thing, int sequence, int length) {
        return new Step(event, type, thing, sequence, "{\"x\":\"" + "x".repeat(length) + "\"}");
    }

    /** Characters that identifiers take with their names. */
    private static int ids(int count) {
        return count * 51;
    }

    /** Characters that texts of these lengths take once they are encrypted, with their names. */
    private static int personal(int... lengths) {
        int all = 0;
        for (int length : lengths) {
            all += 44 + (length + 28) * 4 / 3;
        }
        return all;
    }

    private static int plain(int length) {
        return length;
    }

    private static String row(int nth, Step step) {
        return "(%d, '%s', '%s', %d, %d, '%s')"
                .formatted(
                        nth,
                        step.event(),
                        step.type(),
                        step.thing(),
                        step.sequence(),
                        step.payload());
    }
}
