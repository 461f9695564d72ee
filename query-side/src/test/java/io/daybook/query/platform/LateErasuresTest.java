package io.daybook.query.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.messages.identity.UserErased;
import io.daybook.messages.identity.UserErasureRequested;
import io.daybook.messages.projects.ProjectCreated;
import io.daybook.messages.projects.ProjectsOfUser;
import io.daybook.platform.Identifiers;
import io.daybook.platform.log.LogToken;
import io.daybook.platform.postgres.TestDatabase;
import io.daybook.query.QueryNode;
import io.daybook.query.projects.ProjectsProjections;

import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

import java.nio.file.Path;
import java.util.UUID;

import javax.sql.DataSource;

/**
 * Whoever is forgotten in a generation when its indexes are made is somebody whose erasure its
 * reader has seen: the comparison with the live one is made where both readers stand.
 */
class LateErasuresTest {

    private static final long BEGINNING = -1;

    @TempDir private Path data;
    private QueryNode node;
    private final UUID ada = Identifiers.next();
    private long requested;
    private long erased;

    @BeforeEach
    void adaIsErased() throws InterruptedException {
        node = QueryNode.start(TestDatabase.create(), data);
        UUID project = Identifiers.next();
        node.happened(project, new ProjectCreated(project, Identifiers.next(), "Another's", null));
        requested = node.happened(ada, new UserErasureRequested(ada)).position();
        erased = node.happened(ada, new UserErased(ada)).position();
        node.settled(ProjectsOfUser.class);
    }

    @AfterEach
    void stop() {
        node.close();
    }

    @Test
    void staysAheadOfTheReader() {
        assertThat(leftAfter(BEGINNING, null)).isEqualTo(1);
        assertThat(leftAfter(BEGINNING, LogToken.at(requested - 1))).isEqualTo(1);
    }

    @Test
    void goesOnceTheReaderHasSeenTheErasureBeginOrEnd() {
        assertThat(leftAfter(BEGINNING, LogToken.at(requested))).isZero();
        assertThat(leftAfter(requested, LogToken.at(erased))).isZero();
    }

    @Test
    void staysInAGapOfTheReader() {
        long[] both = {requested, erased};
        assertThat(leftAfter(BEGINNING, new LogToken(erased + 1, null, both, erased + 1)))
                .isEqualTo(1);
    }

    @Test
    void isNotLookedForTwice() {
        assertThat(leftAfter(erased, LogToken.at(erased + 1))).isEqualTo(1);
    }

    /** How many of Ada's projects a generation is left with that held one. */
    private long leftAfter(long position, @Nullable TrackingToken reader) {
        long[] left = {-1};
        node.inTransaction(
                status -> {
                    node.jdbc()
                            .sql(
                                    """
                                    insert into p_projects_1.projects
                                    values (gen_random_uuid(), ?, 'Hers', null, 0, now(), now(), false)
                                    """)
                            .param(ada)
                            .update();
                    new LateErasures(node.jdbc(), node.get(DataSource.class))
                            .after(position, reader, projects(), generation());
                    left[0] = count("where owner_id = '" + ada + "'");
                    assertThat(count("where name = 'Another''s'")).isOne();
                    status.setRollbackOnly();
                });
        return left[0];
    }

    private long count(String where) {
        return node.jdbc()
                .sql("select count(*) from p_projects_1.projects " + where)
                .query(Long.class)
                .single();
    }

    private Generation generation() {
        return new GenerationRows(node.jdbc())
                .find(Generation.State.LIVE, "projects")
                .orElseThrow();
    }

    private static Projection projects() {
        try (var context = new AnnotationConfigApplicationContext(ProjectsProjections.class)) {
            return context.getBean(Projection.class);
        }
    }
}
