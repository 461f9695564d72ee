package io.daybook.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.daybook.messages.Actor;
import io.daybook.messages.audit.AuditEntries;
import io.daybook.messages.audit.AuditEntry;
import io.daybook.messages.audit.AuditFilter;
import io.daybook.messages.audit.AuditPage;
import io.daybook.messages.identity.Role;
import io.daybook.messages.identity.SessionEnd;
import io.daybook.messages.identity.SessionEnded;
import io.daybook.messages.identity.SignInRefused;
import io.daybook.messages.identity.UserErasureRequested;
import io.daybook.messages.identity.UserRegistered;
import io.daybook.messages.projects.ProjectCreated;
import io.daybook.messages.projects.ProjectDeleted;
import io.daybook.platform.Identifiers;
import io.daybook.platform.postgres.TestDatabase;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Words are looked for in the whole sentence, as it is shown: who, and what they did. */
class SearchTest {

    private static final UUID ADA = Identifiers.next();
    private static final UUID GRACE = Identifiers.next();
    private static final UUID ROOT = Identifiers.next();
    private static QueryNode node;

    @BeforeAll
    static void happened(@TempDir Path data) {
        node = QueryNode.start(TestDatabase.create(), data);
        registered(ADA, "ada@example.org", "Ada Lovelace", "ada", Role.USER);
        registered(GRACE, "grace@navy.example", "Grace Hopper", "amazing", Role.USER);
        registered(ROOT, "root@example.org", "Root", "root", Role.ADMIN);
        opened(ADA, "Spring");
        laterThanSheets(1);
        opened(GRACE, "Spring");
        opened(GRACE, "Ada");
        laterThanSheets(40);
        node.happened(ADA, new SignInRefused(ADA));
        UUID session = Identifiers.next();
        node.happenedBecauseOf(
                Map.of(Actor.USER, ROOT.toString()),
                session,
                new SessionEnded(session, ADA, SessionEnd.REVOKED));
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "ada lovelace opened spring | Ada Lovelace opened the project “Spring”",
                "ada spring                 | Ada Lovelace opened the project “Spring”",
                "spr lovel                  | Ada Lovelace opened the project “Spring”",
                "\"ada lovelace\" spring    | Ada Lovelace opened the project “Spring”",
                "grace@na spring            | Grace Hopper opened the project “Spring”",
                "spring -lovelace           | Grace Hopper opened the project “Spring”",
                "hopper -spring -registered | Grace Hopper opened the project “Ada”",
                "hopper ada                 | Grace Hopper opened the project “Ada”",
                "grace -opened              | Grace Hopper registered",
                "registered admin -lovelace | Root registered as administrator",
                "somebody wrong             | Somebody tried to sign in as Ada Lovelace with a"
                        + " wrong password",
                "somebody lovelace password | Somebody tried to sign in as Ada Lovelace with a"
                        + " wrong password",
                "root ended ada             | Root ended a session of Ada Lovelace",
                "ended -lovelace            | -",
                "lovelace matterhorn        | -",
            })
    void findsEachWordInWhatWasDoneOrInTheNameOfWhoDidIt(String words, @Nullable String only) {
        assertThat(told(null, words)).isEqualTo(only == null ? List.of() : List.of(only));
    }

    @Test
    void tellsWhomItConcernedThatOthersDid() {
        assertThat(page(null, concerning(ADA, null)).items())
                .extracting(AuditEntry::sentence, AuditEntry::subjectId, AuditEntry::subjectName)
                .containsExactly(
                        tuple("Root ended a session of Ada Lovelace", ADA, "Ada Lovelace"),
                        tuple(
                                "Somebody tried to sign in as Ada Lovelace with a wrong password",
                                ADA,
                                "Ada Lovelace"));
        assertThat(page(null, concerning(ADA, "root")).items()).hasSize(1);
        assertThat(page(null, concerning(ADA, "spring")).items()).isEmpty();
        assertThat(page(null, concerning(GRACE, null)).items()).isEmpty();
        assertThat(page(ROOT, AuditFilter.ofText("session")).items())
                .extracting(AuditEntry::subjectName)
                .containsExactly("Ada Lovelace");
    }

    @Test
    void findsInOnesOwnHistoryWhatOneDidAndWhatConcernsOne() {
        assertThat(told(ADA, "ada spring"))
                .containsExactly("Ada Lovelace opened the project “Spring”");
        assertThat(told(ADA, "grace")).isEmpty();
        assertThat(told(ADA, "somebody")).hasSize(1);
        assertThat(told(ADA, "root ended")).hasSize(1);
        assertThat(told(GRACE, "-spring -registered"))
                .containsExactly("Grace Hopper opened the project “Ada”");
        assertThat(told(GRACE, "-hopper")).isEmpty();
    }

    @Test
    void knowsNobodyByNameWhoIsBeingErased() {
        UUID mary = Identifiers.next();
        registered(mary, "mary@example.org", "Mary Somerville", "mary", Role.USER);
        opened(mary, "Mechanism");
        assertThat(told(null, "somerville mechanism")).hasSize(1);

        node.happened(mary, new UserErasureRequested(mary));

        assertThat(told(null, "somerville")).isEmpty();
    }

    @Test
    void looksAfterFiftyPeopleAndSaysWhenMoreAreMeant() {
        List<UUID> people = new ArrayList<>();
        for (int one = 0; one < 51; one++) {
            UUID person = Identifiers.next();
            people.add(person);
            registered(
                    person, "c" + one + "@example.com", "Carl Cantor", "cantor" + one, Role.USER);
        }
        UUID last = people.getLast();
        UUID project = opened(last, "Sets");
        node.happenedBecauseOf(
                Map.of(Actor.USER, last.toString()), project, new ProjectDeleted(project, last));

        AuditPage first = page(null, "cantor", null);
        AuditPage second = page(null, "cantor", first.nextCursor());

        assertThat(first.morePeople()).isTrue();
        assertThat(first.items()).hasSize(40).noneMatch(entry -> last.equals(entry.actorId()));
        assertThat(second.items()).hasSize(10).noneMatch(entry -> last.equals(entry.actorId()));
        assertThat(page(null, "cantor sets", null).morePeople()).isTrue();
        assertThat(page(null, "cantor50 deleted", null).items()).hasSize(1);
    }

    /** What follows stands so far from what came before that not all of it is looked through. */
    private static void laterThanSheets(int sheets) {
        node.jdbc()
                .sql("alter table domain_event alter global_index restart with " + (sheets << 17))
                .update();
    }

    private static void registered(
            UUID person, String address, String name, String username, Role role) {
        node.happened(person, new UserRegistered(person, address, name, username, "v", role));
    }

    private static UUID opened(UUID person, String name) {
        UUID project = Identifiers.next();
        node.happenedBecauseOf(
                Map.of(Actor.USER, person.toString()),
                project,
                new ProjectCreated(project, person, name, null));
        return project;
    }

    private static List<@Nullable String> told(@Nullable UUID reader, String words) {
        List<@Nullable String> told = new ArrayList<>();
        page(reader, words, null).items().stream().map(AuditEntry::sentence).forEach(told::add);
        return told;
    }

    private static AuditFilter concerning(UUID person, @Nullable String words) {
        return new AuditFilter(words, null, person, List.of(), null, null, null, null, null, null);
    }

    private static AuditPage page(@Nullable UUID reader, AuditFilter filter) {
        return node.ask(new AuditEntries(reader, filter, null, 40, null), AuditPage.class);
    }

    private static AuditPage page(@Nullable UUID reader, String words, @Nullable String cursor) {
        return node.ask(
                new AuditEntries(reader, AuditFilter.ofText(words), null, 40, cursor),
                AuditPage.class);
    }
}
