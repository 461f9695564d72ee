package io.daybook.query.platform;

import static io.daybook.platform.Waiting.until;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.messages.audit.RebuildStatus;
import io.daybook.messages.identity.UserErased;
import io.daybook.messages.identity.UserErasureRequested;
import io.daybook.messages.projects.ProjectCreated;
import io.daybook.platform.Identifiers;
import io.daybook.platform.postgres.TestDatabase;
import io.daybook.query.QueryNode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** How a generation is brought to the head of a log of several batches. */
class FillTest {

    private static final int EVENTS = 9_000;

    @TempDir private Path data;
    private QueryNode node;
    private final UUID owner = Identifiers.next();

    @BeforeEach
    void aLongLog() {
        node = QueryNode.start(TestDatabase.create(), data);
        UUID first = Identifiers.next();
        node.happened(first, new ProjectCreated(first, owner, "Project", null));
        node.jdbc()
                .sql(
                        """
                        insert into domain_event (event_id, aggregate_id, sequence_number, type, time_stamp, payload_type,
                          payload_revision, payload, meta_data)
                        select gen_random_uuid(), other, sequence_number, type, time_stamp, payload_type,
                          payload_revision, replace(payload, aggregate_id::text, other::text), meta_data
                        from domain_event, lateral (select gen_random_uuid() as other from generate_series(2, ?)) o
                        """)
                .param(EVENTS)
                .update();
        until(() -> count("read.audit_entries") == EVENTS && count("read.projects") == EVENTS);
    }

    @AfterEach
    void stop() {
        node.close();
    }

    @Test
    void goesOnBehindTheLastBatchWhenItsConnectionDiesAndItIsPausedInTheMiddle() {
        order("audit");
        whileItHangs(
                () -> {
                    meanwhile(() -> node.projections().orders().pause("audit", 2));
                    until(
                            () -> {
                                killsTheOneThatHangs();
                                return isNothingFilled();
                            });
                });
        assertThat(rebuild("audit").state()).isEqualTo("paused");
        assertThat(rebuild("audit").position()).isBetween(1L, 4_999L);

        UUID late = Identifiers.next();
        node.happened(late, new ProjectCreated(late, owner, "Late", null));
        resume("audit");
        until(() -> node.status("audit").generation() == 2);

        assertThat(count("read.audit_entries")).isEqualTo(EVENTS + 1);
        assertThat(indexes("p_audit_2")).isEqualTo(indexes("p_audit_1"));
        assertThat(Objects.requireNonNull(node.status("audit").comparison()).same()).isTrue();
    }

    @Test
    void isGivenUpInTheMiddleAndBegunAnew() {
        order("audit");
        whileItHangs(
                () -> {
                    CompletableFuture<Void> given =
                            CompletableFuture.runAsync(
                                    () -> node.projections().orders().cancel("audit", 2));
                    until(
                            () -> {
                                killsTheOneThatHangs();
                                return given.isDone();
                            });
                });
        assertThat(node.schemas("audit")).containsExactly("p_audit_1");

        node.projections().rebuild("audit");
        until(() -> node.status("audit").generation() == 3);
        assertThat(count("read.audit_entries")).isEqualTo(EVENTS);
    }

    /** Does something while the batch with event 5,000 waits in the middle of its transaction. */
    private void whileItHangs(Runnable work) {
        node.jdbc()
                .sql(
                        """
                        create function p_audit_2.hang() returns trigger language plpgsql as
                        'begin perform pg_advisory_xact_lock_shared(54); return new; end';
                        create trigger hang before insert on p_audit_2.audit_entries for each row
                        when (new.position = 5000) execute function p_audit_2.hang()
                        """)
                .update();
        node.together(
                () -> {
                    node.jdbc().sql("select pg_advisory_xact_lock(54)").query().listOfRows();
                    resume("audit");
                    until(this::isOneHanging);
                    work.run();
                });
    }

    private static boolean isNothingFilled() {
        return Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().equals("fill"));
    }

    @Test
    void parksWhatItCannotTakeIn() {
        order("projects");
        UUID bad =
                node.jdbc()
                        .sql("select aggregate_id from domain_event where global_index = 7000")
                        .query(UUID.class)
                        .single();
        node.jdbc()
                .sql(
                        "alter table p_projects_2.projects add constraint no check (project_id <> '%s')"
                                .formatted(bad))
                .update();
        resume("projects");
        until(() -> rebuild("projects").comparison() != null);

        assertThat(rebuild("projects").parked()).isEqualTo(1);
        assertThat(count("p_projects_2.projects")).isEqualTo(EVENTS - 1);
    }

    @Test
    void forgetsWhoWasErasedOnlyWhenAnIndexTellsWhatIsTheirs() {
        UUID gone = Identifiers.next();
        UUID project = Identifiers.next();
        node.happened(project, new ProjectCreated(project, gone, "Gone", null))
                .happened(gone, new UserErasureRequested(gone), new UserErased(gone));
        until(this::haveAutomationsForgotten);
        node.projections().rebuild("overview");
        order("projects");
        node.jdbc()
                .sql(
                        """
                        create function p_projects_2.look() returns trigger language plpgsql as
                        'begin assert to_regclass(''p_projects_2.i0'') is not null, ''all rows are read''; return old; end';
                        create trigger look before delete on p_projects_2.projects for each statement
                        execute function p_projects_2.look()
                        """)
                .update();
        resume("projects");
        until(() -> node.status("projects").generation() == 2);

        assertThat(count("read.projects")).isEqualTo(EVENTS);
        assertThat(Objects.requireNonNull(node.status("projects").comparison()).same()).isTrue();
        // which counts what happened, not what is told once more to forget somebody
        until(() -> node.status("overview").generation() == 2);
    }

    private boolean haveAutomationsForgotten() {
        return node.get(AutomationWatch.class).look().items().stream()
                .filter(one -> one.name().equals(ErasedPeople.GROUP))
                .allMatch(one -> one.position() >= node.position());
    }

    private void order(String projection) {
        node.together(
                () -> {
                    node.projections().rebuild(projection);
                    node.projections().orders().pause(projection, 2);
                });
    }

    private void resume(String projection) {
        meanwhile(() -> node.projections().orders().resume(projection, 2));
    }

    private static void meanwhile(Runnable work) {
        CompletableFuture.runAsync(work).join();
    }

    private RebuildStatus rebuild(String projection) {
        return Objects.requireNonNull(node.status(projection).rebuild());
    }

    private boolean isOneHanging() {
        return node.jdbc()
                .sql(
                        """
                        select exists (select from pg_locks
                                       where locktype = 'advisory' and objid = 54 and not granted)
                        """)
                .query(Boolean.class)
                .single();
    }

    private boolean killsTheOneThatHangs() {
        return !node.jdbc()
                .sql(
                        """
                        select pg_terminate_backend(pid) from pg_locks
                        where locktype = 'advisory' and objid = 54 and not granted
                        """)
                .query(Boolean.class)
                .list()
                .isEmpty();
    }

    private List<String> indexes(String schema) {
        return node.jdbc()
                .sql(
                        "select replace(indexdef, schemaname, '') from pg_indexes where schemaname"
                                + " = ? order by 1")
                .param(schema)
                .query(String.class)
                .list();
    }

    private long count(String table) {
        return node.jdbc().sql("select count(*) from " + table).query(Long.class).single();
    }
}
