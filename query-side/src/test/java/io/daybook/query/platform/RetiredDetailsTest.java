package io.daybook.query.platform;

import static io.daybook.platform.Waiting.until;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.messages.audit.AuditEntries;
import io.daybook.messages.audit.DetailsRetired;
import io.daybook.messages.audit.LogFigures;
import io.daybook.messages.audit.LogGrowth;
import io.daybook.messages.audit.SystemOverview;
import io.daybook.messages.connections.ToolAnswered;
import io.daybook.messages.connections.ToolCalled;
import io.daybook.messages.connections.ToolFailed;
import io.daybook.messages.identity.Role;
import io.daybook.messages.identity.UserErased;
import io.daybook.messages.identity.UserErasureRequested;
import io.daybook.messages.identity.UserRegistered;
import io.daybook.platform.Identifiers;
import io.daybook.platform.keys.PersonalKeys;
import io.daybook.platform.postgres.TestDatabase;
import io.daybook.platform.proof.DetailRetirement;
import io.daybook.platform.proof.LogChain;
import io.daybook.query.QueryNode;

import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.serialization.Serializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.PlatformTransactionManager;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ScheduledThreadPoolExecutor;

import javax.sql.DataSource;

/**
 * What was retired is gone from the read models in the same way live, in a rebuild, and half-way.
 */
class RetiredDetailsTest {

    private static final Instant TODAY = Instant.parse("2025-07-20T00:00:00Z");
    private static final Instant WEEK_AGO = TODAY.minus(7, ChronoUnit.DAYS);

    @TempDir private Path data;

    @Test
    void aRebuildEndsInTheLiveRowsAndSomebodyErasedAfterwardsIsForgotten() throws Exception {
        try (QueryNode node = QueryNode.start(TestDatabase.create(), data)) {
            UUID anna = person(node);
            call(node, anna, TODAY.minus(9, ChronoUnit.DAYS), TODAY.minus(9, ChronoUnit.DAYS));
            UUID straddling =
                    call(
                            node,
                            anna,
                            WEEK_AGO.minus(1, ChronoUnit.MINUTES),
                            WEEK_AGO.plus(1, ChronoUnit.MINUTES));
            call(node, anna, TODAY.minus(2, ChronoUnit.DAYS), TODAY.minus(2, ChronoUnit.DAYS));
            node.settled(AuditEntries.class);
            assertThat(node.rows("audit_entries")).hasSize(7);

            assertThat(retire(node, WEEK_AGO)).isEqualTo(2);
            everywhereTheSame(node);
            assertThat(node.rows("audit_entries")).hasSize(6);
            assertThat(measured(node, "TOOL_CALLS")).as("since a week").isEqualTo(1);

            assertThat(retire(node, TODAY.minus(1, ChronoUnit.DAYS))).isEqualTo(4);
            everywhereTheSame(node);
            assertThat(node.rows("audit_entries"))
                    .noneMatch(row -> straddling.equals(row.get("aggregate_id")))
                    .hasSize(3);
            assertThat(measured(node, "DETAILS")).isZero();

            node.happened(anna, new UserErasureRequested(anna));
            node.get(PersonalKeys.class).destroy(anna);
            node.happened(anna, new UserErased(anna));
            everywhereTheSame(node);
            assertThat(node.ask(new LogGrowth(10), LogFigures.class))
                    .satisfies(
                            figures -> {
                                assertThat(figures.events()).isEqualTo(5);
                                assertThat(figures.retiredEvents()).isEqualTo(6);
                                assertThat(figures.retirements()).hasSize(2);
                            });
        }
    }

    /** Else what the live one still has would be missing in a rebuild that read the log later. */
    @Test
    void aRebuildIsNotComparedWhileNeitherKnowsOfARetirement() throws Exception {
        try (QueryNode node = QueryNode.start(TestDatabase.create(), data)) {
            UUID anna = person(node);
            call(node, anna, TODAY.minus(9, ChronoUnit.DAYS), TODAY.minus(9, ChronoUnit.DAYS));
            node.settled(AuditEntries.class);
            standStill(node);
            assertThat(meet(node)).isPresent();

            assertThat(retire(node, WEEK_AGO)).isEqualTo(2);
            assertThat(meet(node)).isEmpty();

            node.settled(AuditEntries.class);
            standStill(node);
            assertThat(meet(node)).isPresent();
        }
    }

    /** Two generations that nobody feeds, which stand where the history stands. */
    private static void standStill(QueryNode node) {
        for (String generation : List.of("still@1", "still@2")) {
            node.jdbc()
                    .sql("delete from token_entry where processor_name = ?")
                    .param(generation)
                    .update();
            node.jdbc()
                    .sql(
                            """
                            insert into token_entry (processor_name, segment, token, token_type, timestamp)
                            select ?, segment, token, token_type, timestamp from token_entry
                            where processor_name = ?
                            """)
                    .params(generation, "audit@" + node.status("audit").generation())
                    .update();
        }
    }

    private static Optional<Long> meet(QueryNode node) {
        StoredTokens tokens = new StoredTokens(node.jdbc(), node.get(Serializer.class));
        return new Meeting(
                        node.get(DataSource.class),
                        node.get(Serializer.class),
                        tokens,
                        node.get(PlatformTransactionManager.class))
                .of(
                        still(1, Generation.State.LIVE),
                        still(2, Generation.State.BUILDING),
                        new Gate(
                                node.get(EventStore.class),
                                new Throttle(
                                        new ScheduledThreadPoolExecutor(1),
                                        type -> true,
                                        new Courtesy(),
                                        System::nanoTime),
                                type -> true),
                        (position, snapshot) -> position);
    }

    private static Generation still(int number, Generation.State state) {
        return new Generation(
                "still",
                number,
                state,
                "",
                Generation.Cause.REQUESTED,
                false,
                false,
                true,
                TODAY,
                null,
                null);
    }

    private static long measured(QueryNode node, String measure) {
        return node.jdbc()
                .sql(
                        "select coalesce(sum(count), 0)::bigint from read.hour_counts where measure"
                                + " = ?")
                .param(measure)
                .query(Long.class)
                .single();
    }

    private static void everywhereTheSame(QueryNode node) throws InterruptedException {
        node.settled(AuditEntries.class).settled(SystemOverview.class);
        Map<String, Object> before = rows(node);
        Map<String, Integer> live = new HashMap<>();
        for (String projection : List.of("audit", "overview", "users")) {
            live.put(projection, node.status(projection).generation());
            node.projections().rebuild(projection);
        }
        live.forEach(
                (projection, generation) ->
                        until(() -> node.status(projection).generation() > generation));
        assertThat(rows(node)).isEqualTo(before);
    }

    private static Map<String, Object> rows(QueryNode node) {
        return Map.of(
                "audit", node.rows("audit_entries"),
                "overview", node.rows("hour_counts"),
                "users", node.rows("users"));
    }

    private static UUID person(QueryNode node) {
        UUID person = Identifiers.next();
        node.happenedAt(
                TODAY.minus(10, ChronoUnit.DAYS),
                Map.of(),
                person,
                new UserRegistered(
                        person, "a@example.org", "Anna", "anna", "$verifier", Role.USER));
        return person;
    }

    private static UUID call(QueryNode node, UUID person, Instant called, Instant answered) {
        UUID call = Identifiers.next();
        node.happenedAt(
                called,
                Map.of(),
                call,
                new ToolCalled(call, person, person, null, "run_query", "{}"));
        node.happenedAt(
                answered,
                Map.of(),
                call,
                answered.equals(called)
                        ? new ToolFailed(call, person, "run_query", "refused", "no", 3)
                        : new ToolAnswered(call, person, "run_query", 3, 80, 5));
        return call;
    }

    private static long chained(QueryNode node) {
        return node.jdbc().sql("select last_position from log_frontier").query(Long.class).single();
    }

    /** Retires as the command does; answers how many events went. */
    private static long retire(QueryNode node, Instant before) {
        until(() -> node.get(LogChain.class).extend() == 0 && chained(node) >= node.position());
        DetailRetirement details = node.get(DetailRetirement.class);
        long[] gone = {0};
        Optional<DetailRetirement.Stretch> next = details.next(before);
        while (next.isPresent()) {
            DetailRetirement.Stretch stretch = next.get();
            node.together(
                    () -> {
                        UUID id = Identifiers.next();
                        DetailsRetired retired = details.retire(id, stretch).orElseThrow();
                        node.happened(id, retired);
                        gone[0] += retired.events();
                    });
            next = details.next(before);
        }
        return gone[0];
    }
}
