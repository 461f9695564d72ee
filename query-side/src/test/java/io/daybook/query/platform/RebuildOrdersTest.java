package io.daybook.query.platform;

import static io.daybook.platform.Waiting.until;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.messages.audit.ColumnDifference;
import io.daybook.messages.audit.GenerationComparison;
import io.daybook.messages.audit.OldGeneration;
import io.daybook.messages.audit.RebuildStatus;
import io.daybook.messages.audit.RowDifference;
import io.daybook.messages.audit.TableComparison;
import io.daybook.messages.projects.ProjectCreated;
import io.daybook.messages.projects.ProjectsOfUser;
import io.daybook.platform.Identifiers;
import io.daybook.platform.postgres.TestDatabase;
import io.daybook.query.QueryNode;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** What administrators order for rebuilds, and what is found before a swap. */
class RebuildOrdersTest {

    private static final String NAME = "projects";

    @TempDir private Path data;
    private TestDatabase database;

    @BeforeEach
    void prepare() {
        database = TestDatabase.create();
    }

    @Test
    void aPausedRebuildRestsOverARestartUntilItIsResumed() throws InterruptedException {
        try (QueryNode node = QueryNode.start(database, data)) {
            happened(node, 5);
            startPaused(node);
        }
        try (QueryNode node = QueryNode.start(database, data)) {
            assertThat(rebuild(node).state()).isEqualTo("paused");
            assertThat(rebuild(node).position()).isEqualTo(-1);

            node.projections().orders().resume(NAME, 2);
            until(() -> node.status(NAME).generation() == 2);

            assertThat(node.rows(NAME)).hasSize(5);
        }
    }

    @Test
    void onePausedWhileItsIndexesAreMadeMissesNothingThatIsWrittenMeanwhile()
            throws InterruptedException {
        CompletableFuture<Void> free = new CompletableFuture<>();
        try (QueryNode node = QueryNode.start(database, data)) {
            happened(node, 5);
            startPaused(node);
            CompletableFuture<Void> writer =
                    CompletableFuture.runAsync(
                            () -> node.together(() -> holdAsAWriterDoes(node, free)),
                            Thread::startVirtualThread);
            until(() -> isLocked(node, "mode = 'RowExclusiveLock'"));
            node.projections().orders().resume(NAME, 2);
            until(() -> isLocked(node, "mode = 'ShareLock' and not granted"));

            node.projections().orders().pause(NAME, 2);
            happened(node, 3);
            free.complete(null);
            writer.join();
            until(() -> isIndexed(node));
            assertThat(rebuild(node).state()).isEqualTo("paused");
            happened(node, 1);
            node.projections().orders().resume(NAME, 2);

            until(() -> node.status(NAME).generation() == 2);
            assertThat(node.rows(NAME)).hasSize(9);
            assertThat(comparison(node.status(NAME).comparison()).same()).isTrue();
        }
    }

    private static void holdAsAWriterDoes(QueryNode node, CompletableFuture<Void> until) {
        node.jdbc().sql("lock table p_projects_2.projects in row exclusive mode").update();
        until.join();
    }

    private static boolean isIndexed(QueryNode node) {
        return node.jdbc()
                .sql(
                        "select indexed from projection_generation where projection = 'projects'"
                                + " and generation = 2")
                .query(Boolean.class)
                .single();
    }

    @Test
    void aCancelledRebuildLeavesNothingBehindAndItsNumberIsNotUsedAgain()
            throws InterruptedException {
        try (QueryNode node = QueryNode.start(database, data)) {
            happened(node, 5);
            startPaused(node);
            node.projections().orders().cancel(NAME, 2);

            assertThat(node.status(NAME).rebuild()).isNull();
            assertThat(node.schemas(NAME)).containsExactly("p_projects_1");

            node.projections().rebuild(NAME);
            until(() -> node.status(NAME).generation() == 3);
        }
    }

    @Test
    void aCancelledRebuildWaitsForNobodyWhoMakesItsIndexes() throws InterruptedException {
        try (QueryNode node = QueryNode.start(database, data)) {
            happened(node, 1);
            startPaused(node);
            CompletableFuture<Void> index =
                    CompletableFuture.runAsync(
                            () -> node.together(() -> holdAsAnIndexDoes(node)),
                            Thread::startVirtualThread);
            until(() -> isLocked(node, "mode = 'ShareLock'"));

            assertThat(index).as("it goes on until somebody ends it").isNotDone();
            node.projections().orders().cancel(NAME, 2);

            assertThat(node.schemas(NAME)).containsExactly("p_projects_1");
            assertThat(index).failsWithin(Duration.ofSeconds(20));
        }
    }

    private static void holdAsAnIndexDoes(QueryNode node) {
        node.jdbc().sql("lock table p_projects_2.projects in share mode").update();
        node.jdbc().sql("select pg_sleep(25)").query().listOfRows();
    }

    private static boolean isLocked(QueryNode node, String how) {
        return node.jdbc()
                .sql(
                        "select exists (select from pg_locks where %s and relation = 'p_projects_2.projects'::regclass)"
                                .formatted(how))
                .query(Boolean.class)
                .single();
    }

    @Test
    void whatIsTheSameIsSwappedInByItselfAndSaysWhatWasCompared() throws InterruptedException {
        try (QueryNode node = QueryNode.start(database, data)) {
            happened(node, 5);
            node.projections().rebuild(NAME);
            until(() -> node.status(NAME).generation() == 2);

            GenerationComparison found = comparison(node.status(NAME).comparison());
            assertThat(found.same()).isTrue();
            assertThat(found.position()).isEqualTo(5);
            TableComparison table = found.tables().getFirst();
            assertThat(table.liveRows()).isEqualTo(5);
            assertThat(table.liveChecksum()).isEqualTo(table.rebuiltChecksum()).isNotEqualTo("0");
        }
    }

    @Test
    void whatDiffersWaitsForAnAdministrator() throws InterruptedException {
        try (QueryNode node = QueryNode.start(database, data)) {
            happened(node, 5);
            UUID changed = tamper(node);
            node.projections().rebuild(NAME);
            until(() -> node.status(NAME).rebuild() != null);
            until(() -> rebuild(node).state().equals("differing"));

            TableComparison table = comparison(rebuild(node).comparison()).tables().getFirst();
            String missing =
                    table.examples().stream()
                            .filter(key -> !key.equals(changed.toString()))
                            .findFirst()
                            .orElseThrow();
            assertThat(table.changed()).isEqualTo(1);
            assertThat(table.onlyRebuilt()).isEqualTo(1);
            assertThat(table.onlyLive()).isZero();
            assertThat(table.examples()).hasSize(2).contains(changed.toString());
            assertThat(node.projections().differences(NAME).items())
                    .containsExactlyInAnyOrder(
                            new RowDifference(
                                    NAME,
                                    changed.toString(),
                                    true,
                                    true,
                                    List.of(new ColumnDifference("name", "Other", "Spring 0"))),
                            new RowDifference(NAME, missing, false, true, List.of()));
            assertThat(node.rows(NAME)).as("readers still see the live one").hasSize(4);
            happened(node, 1);
            assertThat(node.rows(NAME)).hasSize(5);

            node.projections().orders().accept(NAME, 2);
            until(() -> node.status(NAME).generation() == 2);

            assertThat(node.rows(NAME)).hasSize(6);
        }
    }

    @Test
    void anotherDeclarationIsSwappedInByItselfAndTheDifferenceIsKept() throws InterruptedException {
        try (QueryNode node = QueryNode.start(database, data)) {
            happened(node, 5);
            tamper(node);
            node.jdbc()
                    .sql(
                            "update projection_generation set fingerprint = 'older' where"
                                    + " projection = 'projects'")
                    .update();
        }
        try (QueryNode node = QueryNode.start(database, data)) {
            until(() -> node.status(NAME).generation() == 2);

            assertThat(comparison(node.status(NAME).comparison()).same()).isFalse();
            assertThat(node.rows(NAME)).hasSize(5);
            assertThat(old(node).returnable()).isFalse();
        }
    }

    @Test
    void theGenerationBeforeFollowsCanBeReturnedToAndBeDropped() throws InterruptedException {
        try (QueryNode node = QueryNode.start(database, data)) {
            happened(node, 5);
            node.projections().rebuild(NAME);
            until(() -> node.status(NAME).generation() == 2);
            happened(node, 3);
            until(() -> old(node).position() == node.status(NAME).head());

            node.projections().orders().comeBack(NAME, 1);
            until(() -> node.status(NAME).generation() == 1);
            assertThat(node.rows(NAME)).hasSize(8);

            node.projections().orders().drop(NAME, 2);
            assertThat(node.status(NAME).old()).isNull();
            assertThat(node.schemas(NAME)).containsExactly("p_projects_1");
        }
    }

    /** Changes a row of the live generation and loses another; answers the changed one. */
    private static UUID tamper(QueryNode node) {
        node.jdbc()
                .sql(
                        "delete from p_projects_1.projects where project_id = (select"
                                + " max(project_id::text)::uuid from p_projects_1.projects)")
                .update();
        return node.jdbc()
                .sql(
                        "update p_projects_1.projects set name = 'Other' where project_id = (select"
                                + " min(project_id::text)::uuid from p_projects_1.projects)"
                                + " returning project_id")
                .query(UUID.class)
                .single();
    }

    private static void startPaused(QueryNode node) {
        node.together(
                () -> {
                    node.projections().rebuild(NAME);
                    node.projections().orders().pause(NAME, 2);
                });
    }

    private static void happened(QueryNode node, int projects) throws InterruptedException {
        for (int i = 0; i < projects; i++) {
            UUID project = Identifiers.next();
            node.happened(
                    project, new ProjectCreated(project, Identifiers.next(), "Spring " + i, null));
        }
        node.settled(ProjectsOfUser.class);
    }

    private static RebuildStatus rebuild(QueryNode node) {
        return Objects.requireNonNull(node.status(NAME).rebuild());
    }

    private static OldGeneration old(QueryNode node) {
        return Objects.requireNonNull(node.status(NAME).old());
    }

    private static GenerationComparison comparison(@Nullable GenerationComparison found) {
        return Objects.requireNonNull(found);
    }
}
