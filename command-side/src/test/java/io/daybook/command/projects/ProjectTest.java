package io.daybook.command.projects;

import io.daybook.messages.Actor;
import io.daybook.messages.projects.CreateProject;
import io.daybook.messages.projects.DeleteProject;
import io.daybook.messages.projects.ProjectCreated;
import io.daybook.messages.projects.ProjectDeleted;
import io.daybook.messages.projects.ProjectRenamed;
import io.daybook.messages.projects.ProjectRestored;
import io.daybook.messages.projects.RenameProject;
import io.daybook.messages.projects.RestoreProject;
import io.daybook.platform.bus.Metadata;

import org.axonframework.test.aggregate.AggregateTestFixture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.util.Map;
import java.util.UUID;

class ProjectTest {

    private static final UUID PROJECT = UUID.fromString("019a0000-0000-7000-8000-000000000001");
    private static final UUID ANNA = UUID.fromString("019a0000-0000-7000-8000-00000000000a");
    private static final UUID BEN = UUID.fromString("019a0000-0000-7000-8000-00000000000b");

    private static final ProjectCreated CREATED =
            new ProjectCreated(PROJECT, ANNA, "Spring", "Sales of spring");
    private static final ProjectDeleted DELETED = new ProjectDeleted(PROJECT, ANNA);

    private AggregateTestFixture<Project> fixture;

    @BeforeEach
    void prepare() {
        fixture = new AggregateTestFixture<>(Project.class);
    }

    private static Map<String, Object> by(UUID person) {
        return Metadata.of(new Actor(person, null, false, null));
    }

    private static RenameProject rename(String name, @Nullable Long expectedVersion) {
        return new RenameProject(PROJECT, expectedVersion, name, "Sales of spring");
    }

    @Nested
    class Opening {

        @Test
        void belongsToThePersonWhoOpensIt() {
            fixture.givenNoPriorActivity()
                    .when(new CreateProject(PROJECT, " Spring ", "Sales of spring"), by(ANNA))
                    .expectEvents(CREATED);
        }

        @Test
        void happensOnceHoweverOftenItIsAsked() {
            fixture.given(CREATED)
                    .when(new CreateProject(PROJECT, "Spring", "Sales of spring"), by(ANNA))
                    .expectNoEvents();
        }

        @Test
        void refusesAnIdentifierThatIsSomebodyElses() {
            fixture.given(CREATED)
                    .when(new CreateProject(PROJECT, "Mine", null), by(BEN))
                    .expectException(ProjectNotFound.class);
        }

        @Test
        void refusesANameWithoutCharactersOrWithTooMany() {
            fixture.givenNoPriorActivity()
                    .when(new CreateProject(PROJECT, "  ", null), by(ANNA))
                    .expectException(ProjectTextLength.class);
            fixture.givenNoPriorActivity()
                    .when(new CreateProject(PROJECT, "x".repeat(121), null), by(ANNA))
                    .expectException(ProjectTextLength.class);
        }

        @Test
        void refusesSomebodyWhoIsNotSignedIn() {
            fixture.givenNoPriorActivity()
                    .when(
                            new CreateProject(PROJECT, "Spring", null),
                            Metadata.of(Actor.anonymous("::1")))
                    .expectException(ProjectOwnerUnknown.class);
        }
    }

    @Nested
    class Renaming {

        @Test
        void changesNameAndDescription() {
            fixture.given(CREATED)
                    .when(rename("Summer", 0L), by(ANNA))
                    .expectEvents(new ProjectRenamed(PROJECT, ANNA, "Summer", "Sales of spring"));
        }

        @Test
        void isNoEventWhenNothingChanges() {
            fixture.given(CREATED).when(rename("Spring", null), by(ANNA)).expectNoEvents();
        }

        @Test
        void refusesToOverwriteWhatTheReaderHasNotSeen() {
            fixture.given(CREATED, new ProjectRenamed(PROJECT, ANNA, "Autumn", null))
                    .when(rename("Summer", 0L), by(ANNA))
                    .expectException(ProjectChanged.class);
        }

        @Test
        void hidesTheProjectFromOthers() {
            fixture.given(CREATED)
                    .when(rename("Mine", null), by(BEN))
                    .expectException(ProjectNotFound.class);
        }
    }

    @Nested
    class Deleting {

        @Test
        void takesItAway() {
            fixture.given(CREATED)
                    .when(new DeleteProject(PROJECT, 0L), by(ANNA))
                    .expectEvents(DELETED);
        }

        @Test
        void findsNothingTheSecondTime() {
            fixture.given(CREATED, DELETED)
                    .when(new DeleteProject(PROJECT, null), by(ANNA))
                    .expectException(ProjectNotFound.class);
        }

        @Test
        void canBeUndone() {
            fixture.given(CREATED, DELETED)
                    .when(new RestoreProject(PROJECT), by(ANNA))
                    .expectEvents(new ProjectRestored(PROJECT, ANNA));
        }

        @Test
        void isNotUndoneForOthers() {
            fixture.given(CREATED, DELETED)
                    .when(new RestoreProject(PROJECT), by(BEN))
                    .expectException(ProjectNotFound.class);
        }
    }
}
