package io.daybook.query.platform;

import static io.daybook.platform.Waiting.until;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.messages.audit.RebuildStatus;
import io.daybook.messages.audit.RebuildStep;
import io.daybook.messages.projects.ProjectCreated;
import io.daybook.messages.projects.ProjectsOfUser;
import io.daybook.platform.Identifiers;
import io.daybook.platform.postgres.TestDatabase;
import io.daybook.query.QueryNode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** What is said of a rebuild while it is under way; locks keep it in the step that is looked at. */
class ForecastTest {

    private static final String NAME = "projects";

    @TempDir private Path data;

    @Test
    void saysWhichStepItIsAndWhatIsLeftAsFarAsThatIsKnown() throws InterruptedException {
        try (QueryNode node = QueryNode.start(TestDatabase.create(), data)) {
            happened(node, 5);

            startPaused(node, 2);
            assertThat(rebuild(node).step().name()).isEqualTo("reading");
            assertThat(rebuild(node).secondsLeft()).isNull();
            node.inTransaction(
                    indexes -> {
                        node.jdbc()
                                .sql("lock p_projects_2.projects in row exclusive mode")
                                .update();
                        RebuildStatus rebuild = resumed(node, 2, "indexing");
                        assertThat(rebuild.step())
                                .isEqualTo(new RebuildStep("indexing", 0, 1, null, 0d, null));
                        assertThat(rebuild.secondsLeft()).as("nothing is known yet").isNull();
                    });
            until(() -> node.status(NAME).generation() == 2);

            took(node, 3_000, 600);
            startPaused(node, 3);
            node.inTransaction(
                    comparing -> {
                        node.jdbc().sql("lock p_projects_2.projects").update();
                        Object indexes = comparing.createSavepoint();
                        node.jdbc()
                                .sql("lock p_projects_3.projects in row exclusive mode")
                                .update();
                        RebuildStatus rebuild = resumed(node, 3, "indexing");
                        assertThat(rebuild.step().secondsLeft()).isBetween(2_900L, 3_000L);
                        assertThat(rebuild.secondsLeft()).isBetween(3_500L, 3_600L);

                        comparing.rollbackToSavepoint(indexes);
                        resumed(node, 3, "comparing");
                        until(() -> rebuild(node).step().part() != null);
                        rebuild = rebuild(node);
                        assertThat(rebuild.step().part()).isEqualTo("projects");
                        assertThat(rebuild.step().total()).isEqualTo(1);
                        assertThat(rebuild.secondsLeft())
                                .isEqualTo(rebuild.step().secondsLeft())
                                .isBetween(500L, 600L);
                    });
            until(() -> node.status(NAME).generation() == 3);
        }
    }

    @Test
    void neverSaysThatNothingIsLeftOfWhatIsNotDone() {
        assertThat(Forecast.left(5, 0.5, 5.2)).isEqualTo(1);
        assertThat(Forecast.left(9, 0.99, 5d)).as("longer than the last time").isEqualTo(1);
        assertThat(Forecast.left(9, 0.25, null)).isEqualTo(27);
        assertThat(Forecast.left(9, 0, 5d)).isNull();
    }

    /** What the steps of the second generation took, in seconds. */
    private static void took(QueryNode node, int indexing, int comparing) {
        node.jdbc()
                .sql(
                        """
                        update projection_generation
                        set indexed_at = read_at + make_interval(secs => ?),
                            comparison = jsonb_set(comparison, '{millis}', to_jsonb(? * 1000))
                        where projection = 'projects' and generation = 2
                        """)
                .params(indexing, comparing)
                .update();
    }

    private static void startPaused(QueryNode node, int generation) {
        node.together(
                () -> {
                    node.projections().rebuild(NAME);
                    node.projections().orders().pause(NAME, generation);
                });
    }

    private static RebuildStatus resumed(QueryNode node, int generation, String state) {
        // on another thread, for the one that locks has a transaction open
        CompletableFuture.runAsync(() -> node.projections().orders().resume(NAME, generation))
                .join();
        until(() -> rebuild(node).state().equals(state));
        return rebuild(node);
    }

    private static RebuildStatus rebuild(QueryNode node) {
        return Objects.requireNonNull(node.status(NAME).rebuild());
    }

    private static void happened(QueryNode node, int projects) throws InterruptedException {
        for (int i = 0; i < projects; i++) {
            UUID project = Identifiers.next();
            node.happened(
                    project, new ProjectCreated(project, Identifiers.next(), "Spring " + i, null));
        }
        node.settled(ProjectsOfUser.class);
    }
}
