package io.daybook.query.platform;

import static io.daybook.platform.Waiting.until;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.messages.audit.DeadLetter;
import io.daybook.messages.audit.DeadLetterCounts;
import io.daybook.messages.audit.DeadLetterOf;
import io.daybook.messages.audit.DeadLetterPage;
import io.daybook.messages.audit.DeadLetters;
import io.daybook.messages.audit.ParkedEvents;
import io.daybook.messages.audit.RebuildStatus;
import io.daybook.messages.projects.ProjectCreated;
import io.daybook.messages.projects.ProjectRenamed;
import io.daybook.messages.projects.ProjectsOfUser;
import io.daybook.platform.Identifiers;
import io.daybook.platform.postgres.TestDatabase;
import io.daybook.query.QueryNode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What becomes of events that a projection cannot take in. */
class ParkingTest {

    private static final String GROUP = "projects@1";

    @TempDir private Path data;
    private QueryNode node;
    private final UUID owner = Identifiers.next();
    private final UUID bad = Identifiers.next();
    private final UUID worse = Identifiers.next();

    @BeforeEach
    void start() throws InterruptedException {
        node = QueryNode.start(TestDatabase.create(), data);
        node.jdbc()
                .sql("alter table p_projects_1.projects add constraint no check (name <> 'Bad')")
                .update();
        node.together(this::aBatchWithTwoFaults);
        node.settled(ProjectsOfUser.class);
    }

    @AfterEach
    void stop() {
        node.close();
    }

    private void aBatchWithTwoFaults() {
        for (int i = 0; i < 40; i++) {
            created(Identifiers.next(), "Good " + i);
        }
        created(bad, "Bad");
        created(worse, "Bad");
        for (int i = 0; i < 40; i++) {
            created(Identifiers.next(), "Better " + i);
        }
        node.happened(bad, new ProjectRenamed(bad, owner, "Mended", null));
    }

    @Test
    void areParkedWithThoseOfTheSameThingBehindThemAndEverythingElseGoesOn()
            throws InterruptedException {
        node.happened(bad, new ProjectRenamed(bad, owner, "Mended again", null));
        node.settled(ProjectsOfUser.class);

        assertThat(node.rows("projects")).hasSize(80);
        assertThat(node.status("projects").parked()).isEqualTo(4);
        assertThat(node.ask(new DeadLetterCounts(), ParkedEvents.class).byGroup())
                .isEqualTo(Map.of(GROUP, 4L));
        DeadLetter letter = node.ask(new DeadLetterOf(GROUP, bad), DeadLetter.class);
        assertThat(letter.type()).isEqualTo("projects.ProjectCreated");
        assertThat(letter.error()).contains("violates check constraint").doesNotContain(owner + "");
        assertThat(letter.attempts()).isEqualTo(1);
        assertThat(letter.behind()).isEqualTo(2);
        assertThat(letter.sentence()).endsWith("opened the project “Bad”");
    }

    @Test
    void areListedInPages() {
        DeadLetterPage first = node.ask(new DeadLetters(null, 1, null), DeadLetterPage.class);
        DeadLetterPage second =
                node.ask(new DeadLetters(GROUP, 1, first.nextCursor()), DeadLetterPage.class);

        assertThat(first.items()).hasSize(1);
        assertThat(second.nextCursor()).isNull();
        assertThat(List.of(first.items().getFirst(), second.items().getFirst()))
                .extracting(DeadLetter::sequence)
                .containsExactlyInAnyOrder(bad, worse);
    }

    @Test
    void areTriedAgainInOrder() {
        node.together(() -> node.projections().orders().retry(GROUP, bad));
        assertThat(node.ask(new DeadLetterOf(GROUP, bad), DeadLetter.class).attempts())
                .isEqualTo(2);

        node.jdbc().sql("alter table p_projects_1.projects drop constraint no").update();
        node.together(() -> node.projections().orders().retry(GROUP, bad));

        assertThat(node.rows("projects"))
                .filteredOn(row -> bad.equals(row.get("project_id")))
                .singleElement()
                .satisfies(row -> assertThat(row).containsEntry("name", "Mended"));
        assertThat(node.status("projects").parked()).isEqualTo(1);
    }

    @Test
    void canBePassedOver() {
        UUID event = node.ask(new DeadLetterOf(GROUP, worse), DeadLetter.class).eventId();
        node.together(() -> node.projections().orders().skip(GROUP, bad, event));
        assertThat(node.status("projects").parked()).as("not of this thing").isEqualTo(3);

        node.together(() -> node.projections().orders().skip(GROUP, worse, event));

        assertThat(node.status("projects").parked()).isEqualTo(2);
        assertThat(node.rows("projects")).hasSize(80);
    }

    @Test
    void ofAGenerationThatIsKeptForAReturnAlarmNobody() {
        node.projections().rebuild("projects");
        until(() -> rebuild().filter(one -> one.comparison() != null).isPresent());
        node.projections().orders().accept("projects", 2);
        until(() -> node.status("projects").generation() == 2);

        assertThat(node.ask(new DeadLetterCounts(), ParkedEvents.class).byGroup()).isEmpty();
        assertThat(node.ask(new DeadLetterOf(GROUP, bad), DeadLetter.class).behind())
                .as("for a return")
                .isEqualTo(1);
    }

    private Optional<RebuildStatus> rebuild() {
        return Optional.ofNullable(node.status("projects").rebuild());
    }

    private void created(UUID project, String name) {
        node.happened(project, new ProjectCreated(project, owner, name, null));
    }
}
