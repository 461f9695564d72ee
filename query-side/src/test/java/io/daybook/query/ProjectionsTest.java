package io.daybook.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.daybook.messages.Actor;
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
import io.daybook.messages.audit.AuditEntries;
import io.daybook.messages.audit.AuditEntry;
import io.daybook.messages.audit.AuditFilter;
import io.daybook.messages.audit.AuditPage;
import io.daybook.messages.audit.AuditTrail;
import io.daybook.messages.audit.AuditTrailOf;
import io.daybook.messages.audit.HistoryFilterDeleted;
import io.daybook.messages.audit.HistoryFilterList;
import io.daybook.messages.audit.HistoryFilterRenamed;
import io.daybook.messages.audit.HistoryFilterSaved;
import io.daybook.messages.audit.HistoryFiltersOfUser;
import io.daybook.messages.audit.KeptFilter;
import io.daybook.messages.connections.ConnectionById;
import io.daybook.messages.connections.ConnectionEstablished;
import io.daybook.messages.connections.ConnectionKind;
import io.daybook.messages.connections.ConnectionList;
import io.daybook.messages.connections.ConnectionLost;
import io.daybook.messages.connections.ConnectionRemoved;
import io.daybook.messages.connections.ConnectionRestored;
import io.daybook.messages.connections.ConnectionSelected;
import io.daybook.messages.connections.ConnectionStatus;
import io.daybook.messages.connections.ConnectionsOfUser;
import io.daybook.messages.connections.DatabaseConnection;
import io.daybook.messages.identity.EmailVerified;
import io.daybook.messages.identity.Role;
import io.daybook.messages.identity.SessionEnd;
import io.daybook.messages.identity.SessionEnded;
import io.daybook.messages.identity.SessionPage;
import io.daybook.messages.identity.SessionRefreshed;
import io.daybook.messages.identity.SessionStarted;
import io.daybook.messages.identity.SessionsOfUser;
import io.daybook.messages.identity.SetupState;
import io.daybook.messages.identity.SignInRefused;
import io.daybook.messages.identity.UserProfile;
import io.daybook.messages.identity.UserProfileById;
import io.daybook.messages.identity.UserRegistered;
import io.daybook.messages.projects.Project;
import io.daybook.messages.projects.ProjectById;
import io.daybook.messages.projects.ProjectCreated;
import io.daybook.messages.projects.ProjectDeleted;
import io.daybook.messages.projects.ProjectPage;
import io.daybook.messages.projects.ProjectRenamed;
import io.daybook.messages.projects.ProjectRestored;
import io.daybook.messages.projects.ProjectsOfUser;
import io.daybook.platform.Identifiers;
import io.daybook.platform.bus.Origin;
import io.daybook.platform.postgres.TestDatabase;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

class ProjectionsTest {

    @TempDir private static Path data;
    private static QueryNode node;

    private UUID ada = Identifiers.next();

    @BeforeAll
    static void start() {
        node = QueryNode.start(TestDatabase.create(), data);
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @BeforeEach
    void somebodyNew() {
        ada = Identifiers.next();
    }

    private static UserRegistered registered(UUID user, Role role) {
        return new UserRegistered(
                user, "ada@example.org", "Ada Lovelace", "ada", "$argon2id$", role);
    }

    private static ConnectionEstablished established(UUID connection, UUID owner) {
        return new ConnectionEstablished(
                connection,
                owner,
                "Shop",
                ConnectionKind.POSTGRES,
                "db:5432/shop",
                Identifiers.next());
    }

    @Nested
    class Users {

        @Test
        void showAPersonFromRegistrationOn() {
            node.happened(ada, registered(ada, Role.USER), new EmailVerified(ada));

            UserProfile profile = node.ask(new UserProfileById(ada), UserProfile.class);

            assertThat(profile)
                    .returns("ada@example.org", UserProfile::email)
                    .returns("Ada Lovelace", UserProfile::fullName)
                    .returns(Role.USER, UserProfile::role)
                    .returns(true, UserProfile::emailVerified)
                    .returns(null, UserProfile::selectedConnectionId);
        }

        @Test
        void rememberTheConnectionThatAPersonChoseUntilItIsRemoved() {
            UUID shop = Identifiers.next();
            node.happened(ada, registered(ada, Role.USER))
                    .happened(shop, established(shop, ada), new ConnectionSelected(shop, ada));
            assertThat(node.ask(new UserProfileById(ada), UserProfile.class))
                    .returns(shop, UserProfile::selectedConnectionId);

            node.happened(shop, new ConnectionRemoved(shop, ada, Identifiers.next()));

            assertThat(node.ask(new UserProfileById(ada), UserProfile.class))
                    .returns(null, UserProfile::selectedConnectionId);
        }

        @Test
        void areUnknownUntilTheyRegister() {
            assertThat(node.knowsNothing(new UserProfileById(ada), UserProfile.class)).isTrue();
        }

        @Test
        void missTheFirstAdministratorUntilThereIsOne() {
            assertThat(node.ask(new SetupState(Identifiers.next()), Boolean.class)).isTrue();

            UUID root = Identifiers.next();
            node.happened(root, registered(root, Role.ADMIN));

            assertThat(node.ask(new SetupState(root), Boolean.class)).isFalse();
        }
    }

    @Nested
    class Sessions {

        private final Instant later = Instant.parse("2099-01-01T00:00:00Z");

        @Test
        void areListedNewestFirstUntilTheyEnd() {
            UUID first = Identifiers.next();
            UUID second = Identifiers.next();
            node.happened(first, started(first)).happened(second, started(second));
            node.happened(first, new SessionRefreshed(first, ada, 1, later.plusSeconds(60)));

            assertThat(sessions(false)).containsExactly(second, first);

            node.happened(second, new SessionEnded(second, ada, SessionEnd.REVOKED));

            assertThat(sessions(false)).containsExactly(first);
            assertThat(sessions(true)).containsExactly(second, first);
        }

        @Test
        void comeInPages() {
            List<UUID> all = List.of(Identifiers.next(), Identifiers.next(), Identifiers.next());
            all.forEach(session -> node.happened(session, started(session)));

            SessionPage page = node.ask(new SessionsOfUser(ada, false, 2, null), SessionPage.class);
            SessionPage rest =
                    node.ask(
                            new SessionsOfUser(ada, false, 2, page.nextCursor()),
                            SessionPage.class);

            assertThat(page.items()).hasSize(2);
            assertThat(rest.items())
                    .extracting(session -> session.sessionId())
                    .containsExactly(all.getFirst());
            assertThat(rest.nextCursor()).isNull();
        }

        private SessionStarted started(UUID session) {
            return new SessionStarted(
                    session, ada, "Computer", "Firefox", "Linux", "192.0.2.1", later);
        }

        private List<UUID> sessions(boolean ended) {
            return node
                    .ask(new SessionsOfUser(ada, ended, 10, null), SessionPage.class)
                    .items()
                    .stream()
                    .map(session -> session.sessionId())
                    .toList();
        }
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

    @Nested
    class Audit {

        @Test
        void saysWhoDidWhatFromWhere() {
            UUID session = Identifiers.next();
            UUID project = Identifiers.next();
            node.happened(ada, registered(ada, Role.USER))
                    .happenedBecauseOf(
                            Map.of(
                                    Actor.USER, ada.toString(),
                                    Actor.SESSION, session.toString(),
                                    Actor.ADDRESS, "192.0.2.9"),
                            project,
                            new ProjectCreated(project, ada, "Spring", null));

            AuditEntry entry = entries(ofAggregate(project)).getFirst();

            assertThat(entry.sentence()).isEqualTo("Ada Lovelace opened the project “Spring”");
            assertThat(entry)
                    .returns(ada, AuditEntry::actorId)
                    .returns(session, AuditEntry::sessionId)
                    .returns("192.0.2.9", AuditEntry::address)
                    .returns("projects.ProjectCreated", AuditEntry::type);
        }

        @Test
        void showsAPersonWhatOthersDidToThem() {
            node.happened(ada, registered(ada, Role.USER), new SignInRefused(ada));

            assertThat(entries(new AuditEntries(ada, AuditFilter.NONE, null, 10, null)))
                    .extracting(AuditEntry::sentence)
                    .containsExactly(
                            "Somebody tried to sign in with a wrong password",
                            "Ada Lovelace registered");
        }

        @Test
        void findsWordsAndNames() {
            UUID project = Identifiers.next();
            node.happened(ada, registered(ada, Role.USER))
                    .happened(project, new ProjectCreated(project, ada, "Zugspitze", null));

            assertThat(entries(withText(ada, "zugspitze"))).hasSize(1);
            assertThat(entries(withText(ada, "lovelace"))).hasSize(2);
            assertThat(entries(withText(ada, "matterhorn"))).isEmpty();
            assertThat(entries(withText(ada, "'; drop table read.users --"))).isEmpty();
        }

        @Test
        void comesInPagesNewestFirst() {
            node.happened(
                    ada,
                    registered(ada, Role.USER),
                    new EmailVerified(ada),
                    new SignInRefused(ada));

            AuditPage page =
                    node.ask(
                            new AuditEntries(ada, AuditFilter.NONE, null, 2, null),
                            AuditPage.class);
            AuditPage rest =
                    node.ask(
                            new AuditEntries(ada, AuditFilter.NONE, null, 2, page.nextCursor()),
                            AuditPage.class);

            assertThat(page.items()).extracting(AuditEntry::sequence).containsExactly(2L, 1L);
            assertThat(rest.items()).extracting(AuditEntry::sequence).containsExactly(0L);
            assertThat(rest.nextCursor()).isNull();
        }

        @Test
        void findsBeginningsOfWordsPhrasesAndWhatIsLeftOut() {
            UUID project = Identifiers.next();
            node.happened(ada, registered(ada, Role.USER))
                    .happened(
                            project,
                            new ProjectCreated(project, ada, "Matterhorn north face", null),
                            new ProjectRenamed(project, ada, "Matterhorn south face", null));

            assertThat(entries(withText(ada, "matterh"))).hasSize(2);
            assertThat(entries(withText(ada, "matter \"north face\""))).hasSize(1);
            assertThat(entries(withText(ada, "matterhorn -north"))).hasSize(1);
            assertThat(entries(withText(ada, "\"face north\""))).isEmpty();
        }

        @Test
        void isNarrowedByEverythingThatAnEntryHas() {
            UUID session = Identifiers.next();
            UUID request = Identifiers.next();
            UUID project = Identifiers.next();
            Instant before = Instant.now().minusSeconds(1);
            node.happenedBecauseOf(
                    Map.of(
                            Actor.USER, ada.toString(),
                            Actor.SESSION, session.toString(),
                            Actor.ADDRESS, "198.51.100.7",
                            Origin.CORRELATION, request.toString()),
                    project,
                    new ProjectCreated(project, ada, "Spring", null),
                    new ProjectDeleted(project, ada));
            node.happened(ada, registered(ada, Role.USER));
            List<String> both = List.of("projects.ProjectCreated", "projects.ProjectDeleted");

            assertThat(found(ada, both, null, null, null, null)).isEqualTo(2);
            assertThat(found(ada, List.of("projects.ProjectDeleted"), null, null, null, null))
                    .isEqualTo(1);
            assertThat(found(null, List.of(), session, null, null, null)).isEqualTo(2);
            assertThat(found(null, both, null, "198.51.100.7", null, null)).isEqualTo(2);
            assertThat(found(null, List.of(), null, null, request, null)).isEqualTo(2);
            assertThat(found(ada, List.of(), null, null, null, before)).isEqualTo(3);
            assertThat(found(ada, List.of(), null, null, null, Instant.now().plusSeconds(60)))
                    .isZero();
        }

        @Test
        void leadsFromCauseToEffectWithinARequest() {
            UUID request = Identifiers.next();
            UUID project = Identifiers.next();
            Map<String, String> asked =
                    Map.of(
                            Actor.USER, ada.toString(),
                            Origin.CORRELATION, request.toString(),
                            Origin.COMMAND, "projects.CreateProject");
            node.happened(ada, registered(ada, Role.USER))
                    .happenedBecauseOf(
                            asked, project, new ProjectCreated(project, ada, "Spring", null));
            AuditEntry created = entries(ofAggregate(project)).getFirst();
            node.happenedBecauseOf(
                    because(asked, created), project, new ProjectRenamed(project, ada, "May", ""));
            AuditEntry renamed = entries(ofAggregate(project)).getFirst();
            node.happenedBecauseOf(
                    because(asked, renamed), project, new ProjectDeleted(project, ada));
            AuditEntry deleted = entries(ofAggregate(project)).getFirst();

            AuditTrail middle = trail(renamed, ada);
            AuditTrail last = trail(deleted, null);

            assertThat(middle.entry().command()).isEqualTo("projects.CreateProject");
            assertThat(middle.causes()).containsExactly(created);
            assertThat(middle.effects()).containsExactly(deleted);
            assertThat(middle.together()).isEmpty();
            assertThat(last.causes()).containsExactly(renamed, created);
            assertThat(
                            node.knowsNothing(
                                    new AuditTrailOf(renamed.position(), Identifiers.next()),
                                    AuditTrail.class))
                    .isTrue();
        }

        private AuditTrail trail(AuditEntry entry, @Nullable UUID reader) {
            return node.ask(new AuditTrailOf(entry.position(), reader), AuditTrail.class);
        }

        private static Map<String, String> because(Map<String, String> asked, AuditEntry cause) {
            Map<String, String> metadata = new HashMap<>(asked);
            metadata.put(Origin.CAUSATION, cause.eventId().toString());
            return metadata;
        }

        private int found(
                @Nullable UUID actor,
                List<String> types,
                @Nullable UUID session,
                @Nullable String address,
                @Nullable UUID request,
                @Nullable Instant from) {
            AuditFilter filter =
                    new AuditFilter(
                            null, actor, types, null, session, address, request, from, null);
            return entries(new AuditEntries(null, filter, null, 10, null)).size();
        }

        private AuditEntries ofAggregate(UUID aggregate) {
            return new AuditEntries(null, AuditFilter.ofAggregate(aggregate), null, 10, null);
        }

        private AuditEntries withText(UUID reader, String text) {
            return new AuditEntries(reader, AuditFilter.ofText(text), null, 10, null);
        }

        private List<AuditEntry> entries(AuditEntries query) {
            return node.ask(query, AuditPage.class).items();
        }
    }

    @Nested
    class KeptFilters {

        @Test
        void areTheirOwnersInTheOrderOfTheirNames() {
            UUID second = Identifiers.next();
            UUID first = Identifiers.next();
            UUID gone = Identifiers.next();
            node.happened(second, new HistoryFilterSaved(second, ada, "zebras", "q=zebra"))
                    .happened(
                            first,
                            new HistoryFilterSaved(first, ada, "monkeys", "q=monkey"),
                            new HistoryFilterRenamed(first, ada, "apes"))
                    .happened(
                            gone,
                            new HistoryFilterSaved(gone, ada, "dodos", "q=dodo"),
                            new HistoryFilterDeleted(gone, ada));

            assertThat(kept(ada))
                    .extracting(KeptFilter::name, KeptFilter::filter)
                    .containsExactly(tuple("apes", "q=monkey"), tuple("zebras", "q=zebra"));
            assertThat(kept(Identifiers.next())).isEmpty();
        }

        private List<KeptFilter> kept(UUID owner) {
            return node.ask(new HistoryFiltersOfUser(owner), HistoryFilterList.class).items();
        }
    }
}
