package io.daybook.query.platform;

import static io.daybook.platform.Waiting.until;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.messages.projects.ProjectCreated;
import io.daybook.messages.projects.ProjectPage;
import io.daybook.messages.projects.ProjectsOfUser;
import io.daybook.platform.Identifiers;
import io.daybook.platform.postgres.TestDatabase;
import io.daybook.query.QueryNode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.UUID;

/** Two nodes on one database: one of them feeds a generation, both are asked. */
class SeveralNodesTest {

    @TempDir private Path data;

    @Test
    void readersOfEveryNodeSeeWhatWasWrittenAlsoWhileGenerationsAreSwapped() {
        TestDatabase database = TestDatabase.create();
        try (QueryNode one = QueryNode.start(database, data, "one");
                QueryNode other = QueryNode.start(database, data, "other")) {
            UUID owner = Identifiers.next();
            for (int i = 1; i <= 12; i++) {
                QueryNode writer = i % 6 == 0 ? other : one;
                UUID project = Identifiers.next();
                writer.happened(project, new ProjectCreated(project, owner, "Project " + i, null));
                if (i % 6 == 0) {
                    writer.projections().rebuild("projects");
                }
                one.sees(writer);
                other.sees(writer);
                assertThat(projects(one, owner)).isEqualTo(i);
                assertThat(projects(other, owner)).isEqualTo(i);
            }
            until(() -> one.status("projects").rebuild() == null);

            assertThat(one.status("projects").generation())
                    .isGreaterThan(1)
                    .isEqualTo(other.status("projects").generation());
        }
    }

    private static int projects(QueryNode node, UUID owner) {
        return node.ask(new ProjectsOfUser(owner, false, 100, null), ProjectPage.class)
                .items()
                .size();
    }
}
