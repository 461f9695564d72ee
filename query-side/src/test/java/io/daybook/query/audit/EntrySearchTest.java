package io.daybook.query.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.messages.Actor;
import io.daybook.messages.audit.AuditEntries;
import io.daybook.messages.audit.AuditEntry;
import io.daybook.messages.audit.AuditFilter;
import io.daybook.messages.audit.AuditPage;
import io.daybook.messages.identity.EmailVerified;
import io.daybook.messages.identity.Role;
import io.daybook.messages.identity.UserRegistered;
import io.daybook.messages.projects.ProjectCreated;
import io.daybook.platform.Identifiers;
import io.daybook.platform.postgres.TestDatabase;
import io.daybook.query.QueryNode;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** Words are looked for in wider and wider circles; whichever it takes, no entry is passed over. */
class EntrySearchTest {

    private static final int SHEET = 1 << 17;

    @TempDir private Path data;
    private final List<Long> wanted = new ArrayList<>();

    @Test
    void pagesAreWholeHoweverFarApartTheirEntriesStand() {
        try (QueryNode node = QueryNode.start(TestDatabase.create(), data)) {
            UUID person = Identifiers.next();
            happened(
                    node,
                    person,
                    new UserRegistered(person, "l@example.org", "Lighthouse", "l", "v", Role.USER));
            happened(node, person, new EmailVerified(person));
            for (int sheet : new int[] {0, 1, 5, 6, 40}) {
                node.jdbc()
                        .sql(
                                "alter table domain_event alter global_index restart with "
                                        + (sheet * SHEET + 100))
                        .update();
                UUID project = Identifiers.next();
                happened(node, project, new ProjectCreated(project, person, "Lighthouse", "Sea"));
                UUID other = Identifiers.next();
                node.happened(other, new ProjectCreated(other, other, "Harbour", "Sea"));
            }
            wanted.sort(Comparator.reverseOrder());

            for (int limit : new int[] {1, 2, 3, 10}) {
                assertThat(found(node, limit)).isEqualTo(wanted);
            }
        }
    }

    @Test
    void findsWhatIsRareAmongPlentyOfTheSame() {
        try (QueryNode node = QueryNode.start(TestDatabase.create(), data)) {
            UUID emmy = Identifiers.next();
            UUID david = Identifiers.next();
            registered(node, emmy, "Emmy Noether");
            registered(node, david, "David Hilbert");
            opened(node, david, "Ideal");
            opened(node, emmy, "Ideal");
            opened(node, emmy, "Ring");
            assertThat(told(node, null, "ring")).hasSize(1);
            // more often than entries are read one by one
            repeatTheLast(node, 10_500, "at");

            assertThat(told(node, null, "noether ideal"))
                    .containsExactly("Emmy Noether opened the project “Ideal”");
            assertThat(told(node, null, "opened ideal")).hasSize(2);
            assertThat(told(node, null, "opened ideal -noether"))
                    .containsExactly("David Hilbert opened the project “Ideal”");
            assertThat(told(node, null, "noether opened ring"))
                    .hasSize(40)
                    .containsOnly("Emmy Noether opened the project “Ring”");
            assertThat(told(node, null, "noether -opened"))
                    .containsExactly("Emmy Noether registered");
            assertThat(told(node, null, "noether opened matterhorn")).isEmpty();
            assertThat(told(node, emmy, "opened ideal")).hasSize(1);
            assertThat(told(node, david, "opened ring")).isEmpty();
            assertThat(told(node, new AuditEntries(null, registrations("noether"), null, 40, null)))
                    .containsExactly("Emmy Noether registered");
        }
    }

    @Test
    void aSpanOfTimeBeginsAndEndsWhereItSays() {
        try (QueryNode node = QueryNode.start(TestDatabase.create(), data)) {
            opened(node, Identifiers.next(), "Ideal");
            Instant first = node.ask(all(null, null), AuditPage.class).items().getFirst().at();
            repeatTheLast(node, 1_000, "at + further * interval '1 minute'");

            for (int begin : new int[] {0, 1, 127, 128, 500, 900, 1_001}) {
                for (int length : new int[] {0, 1, 60, 150}) {
                    Instant from = first.plus(Duration.ofMinutes(begin));
                    AuditPage page =
                            node.ask(
                                    all(from, from.plus(Duration.ofMinutes(length))),
                                    AuditPage.class);
                    assertThat(page.items())
                            .as("%d minutes from %d", length, begin)
                            .hasSize(Math.clamp(1_001 - begin, 0, length));
                }
            }
        }
    }

    private static AuditEntries all(@Nullable Instant from, @Nullable Instant to) {
        AuditFilter filter =
                new AuditFilter(null, null, null, List.of(), null, null, null, null, from, to);
        return new AuditEntries(null, filter, null, 200, null);
    }

    private static void registered(QueryNode node, UUID person, String name) {
        String username = name.substring(0, 4).toLowerCase(Locale.ROOT);
        node.happened(
                person,
                new UserRegistered(
                        person, username + "@example.org", name, username, "v", Role.USER));
    }

    private static void opened(QueryNode node, UUID person, String name) {
        UUID project = Identifiers.next();
        node.happenedBecauseOf(
                Map.of(Actor.USER, person.toString()),
                project,
                new ProjectCreated(project, person, name, null));
    }

    private static void repeatTheLast(QueryNode node, int times, String at) {
        node.jdbc()
                .sql(
                        """
                        insert into p_audit_1.audit_entries (event_id, position, at, type, revision, aggregate_id,
                          aggregate_type, sequence, actor_kind, actor_id, subject_id, sentence)
                        select gen_random_uuid(), position + further, %s, type, revision, gen_random_uuid(),
                          aggregate_type, sequence, actor_kind, actor_id, subject_id, sentence
                        from read.audit_entries, generate_series(1, ?) further
                        where position = (select max(position) from read.audit_entries)
                        """
                                .formatted(at))
                .param(times)
                .update();
    }

    private static AuditFilter registrations(String words) {
        List<String> kinds = List.of("identity.UserRegistered");
        return new AuditFilter(words, null, null, kinds, null, null, null, null, null, null);
    }

    private static List<@Nullable String> told(
            QueryNode node, @Nullable UUID reader, String words) {
        return told(node, new AuditEntries(reader, AuditFilter.ofText(words), null, 40, null));
    }

    private static List<@Nullable String> told(QueryNode node, AuditEntries query) {
        List<@Nullable String> told = new ArrayList<>();
        node.ask(query, AuditPage.class).items().stream()
                .map(AuditEntry::sentence)
                .forEach(told::add);
        return told;
    }

    private void happened(QueryNode node, UUID thing, Object event) {
        node.happened(thing, event);
        wanted.add(node.position());
    }

    private static List<Long> found(QueryNode node, int limit) {
        List<Long> found = new ArrayList<>();
        @Nullable String cursor = null;
        do {
            AuditPage page =
                    node.ask(
                            new AuditEntries(
                                    null, AuditFilter.ofText("lighthouse"), null, limit, cursor),
                            AuditPage.class);
            page.items().stream().map(AuditEntry::position).forEach(found::add);
            cursor = page.nextCursor();
        } while (cursor != null);
        return found;
    }
}
