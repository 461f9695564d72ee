package io.daybook.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.daybook.messages.assistant.DashboardFigures;
import io.daybook.messages.assistant.FiguresOfUser;
import io.daybook.messages.assistant.QuestionAnswered;
import io.daybook.messages.assistant.QuestionAsked;
import io.daybook.messages.assistant.QuestionCancelled;
import io.daybook.messages.assistant.QuestionFailed;
import io.daybook.messages.assistant.Run;
import io.daybook.messages.assistant.RunById;
import io.daybook.messages.assistant.RunPage;
import io.daybook.messages.assistant.RunStatus;
import io.daybook.messages.assistant.RunsOfUser;
import io.daybook.messages.connections.ConnectionById;
import io.daybook.messages.connections.ConnectionList;
import io.daybook.messages.connections.ConnectionLost;
import io.daybook.messages.connections.ConnectionRemoved;
import io.daybook.messages.connections.ConnectionRestored;
import io.daybook.messages.connections.ConnectionSelected;
import io.daybook.messages.connections.ConnectionStatus;
import io.daybook.messages.connections.ConnectionsOfUser;
import io.daybook.messages.connections.DatabaseConnection;
import io.daybook.messages.projects.Project;
import io.daybook.messages.projects.ProjectById;
import io.daybook.messages.projects.ProjectCreated;
import io.daybook.messages.projects.ProjectDeleted;
import io.daybook.messages.projects.ProjectPage;
import io.daybook.messages.projects.ProjectRenamed;
import io.daybook.messages.projects.ProjectRestored;
import io.daybook.messages.projects.ProjectsOfUser;
import io.daybook.platform.Identifiers;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.UUID;

/** What is remembered of connections, projects and questions. */
class WorkProjectionsTest extends ProjectionTest {

    WorkProjectionsTest(QueryNode node) {
        super(node);
    }

    @Nested
    class Connections {

        @Test
        void showHowTheyFare() {
            UUID shop = Identifiers.next();
            node.happened(
                    shop, established(shop, ada), new ConnectionLost(shop, ada, "unreachable"));
            assertThat(node.ask(new ConnectionById(shop, ada), DatabaseConnection.class))
                    .returns(ConnectionStatus.DISCONNECTED, DatabaseConnection::status)
                    .returns("unreachable", DatabaseConnection::reason);

            node.happened(shop, new ConnectionRestored(shop, ada));

            assertThat(node.ask(new ConnectionById(shop, ada), DatabaseConnection.class))
                    .returns(ConnectionStatus.CONNECTED, DatabaseConnection::status)
                    .returns(null, DatabaseConnection::reason);
        }

        @Test
        void areHiddenFromOthers() {
            UUID shop = Identifiers.next();
            node.happened(shop, established(shop, ada));

            assertThat(
                            node.knowsNothing(
                                    new ConnectionById(shop, Identifiers.next()),
                                    DatabaseConnection.class))
                    .isTrue();
        }

        @Test
        void haveOneThatIsSelected() {
            UUID shop = Identifiers.next();
            UUID farm = Identifiers.next();
            node.happened(shop, established(shop, ada), new ConnectionSelected(shop, ada))
                    .happened(farm, established(farm, ada), new ConnectionSelected(farm, ada));

            assertThat(node.ask(new ConnectionsOfUser(ada), ConnectionList.class).items())
                    .filteredOn(DatabaseConnection::selected)
                    .extracting(DatabaseConnection::connectionId)
                    .containsExactly(farm);

            node.happened(farm, new ConnectionRemoved(farm, ada, Identifiers.next()));

            assertThat(node.ask(new ConnectionsOfUser(ada), ConnectionList.class).items())
                    .extracting(DatabaseConnection::connectionId)
                    .containsExactly(shop);
        }
    }

    @Nested
    class Projects {

        @Test
        void countTheirVersion() {
            UUID project = Identifiers.next();
            node.happened(
                    project,
                    new ProjectCreated(project, ada, "Spring", null),
                    new ProjectRenamed(project, ada, "Summer", "Sales"));

            assertThat(node.ask(new ProjectById(project, ada), Project.class))
                    .returns("Summer", Project::name)
                    .returns("Sales", Project::description)
                    .returns(1L, Project::version);
            assertThat(
                            node.knowsNothing(
                                    new ProjectById(project, Identifiers.next()), Project.class))
                    .isTrue();
        }

        @Test
        void takeInWhatDatabasesCannotStore() {
            UUID project = Identifiers.next();
            node.happened(project, new ProjectCreated(project, ada, "Spr\0ing", "\0"));

            assertThat(node.ask(new ProjectById(project, ada), Project.class))
                    .returns("Spr\uFFFDing", Project::name)
                    .returns("\uFFFD", Project::description);
        }

        @Test
        void leaveTheListWhenDeletedAndComeBack() {
            UUID project = Identifiers.next();
            node.happened(
                    project,
                    new ProjectCreated(project, ada, "Spring", null),
                    new ProjectDeleted(project, ada));
            assertThat(projects(false)).isEmpty();
            assertThat(projects(true)).containsExactly(project);

            node.happened(project, new ProjectRestored(project, ada));

            assertThat(projects(false)).containsExactly(project);
        }

        private List<UUID> projects(boolean deleted) {
            return node
                    .ask(new ProjectsOfUser(ada, deleted, 10, null), ProjectPage.class)
                    .items()
                    .stream()
                    .map(Project::projectId)
                    .toList();
        }
    }

    @Nested
    class Runs {

        @Test
        void rememberEachWayThatAQuestionEnds() {
            UUID shop = Identifiers.next();
            node.happened(shop, established(shop, ada));
            UUID answered = asked(shop);
            UUID failed = asked(shop);
            UUID cancelled = asked(shop);
            UUID running = asked(shop);
            node.happened(
                            answered,
                            new QuestionAnswered(answered, ada, "select 1", "One.", "{}", 1, 12))
                    .happened(
                            failed,
                            new QuestionFailed(failed, ada, "timed-out", "Too slow.", 30_000))
                    .happened(cancelled, new QuestionCancelled(cancelled, ada, 900));

            assertThat(node.ask(new RunsOfUser(ada, 10, null), RunPage.class).items())
                    .extracting(Run::runId, Run::status)
                    .containsExactly(
                            tuple(running, RunStatus.RUNNING),
                            tuple(cancelled, RunStatus.CANCELLED),
                            tuple(failed, RunStatus.FAILED),
                            tuple(answered, RunStatus.ANSWERED));
            assertThat(node.ask(new RunById(answered, ada), Run.class))
                    .returns("One.", Run::answer)
                    .returns("Shop", Run::connectionName)
                    .returns(1L, Run::rows);
            assertThat(node.knowsNothing(new RunById(answered, Identifiers.next()), Run.class))
                    .isTrue();
        }

        @Test
        void feedTheFiguresOfTheDashboard() {
            UUID shop = Identifiers.next();
            node.happened(shop, established(shop, ada));
            UUID failed = asked(shop);
            asked(shop);
            node.happened(
                    failed, new QuestionFailed(failed, ada, "timed-out", "Too slow.", 30_000));

            DashboardFigures figures = node.ask(new FiguresOfUser(ada), DashboardFigures.class);

            assertThat(figures)
                    .returns(1, DashboardFigures::connections)
                    .returns(2L, DashboardFigures::questions)
                    .returns(2L, DashboardFigures::questionsToday)
                    .returns(1L, DashboardFigures::failedQuestions);
            assertThat(figures.perDay()).hasSize(14);
            assertThat(figures.perDay().getLast().questions()).isEqualTo(2);
        }

        private UUID asked(UUID connection) {
            UUID run = Identifiers.next();
            node.happened(
                    run, new QuestionAsked(run, ada, connection, null, "How many?", "analyst"));
            return run;
        }
    }
}
