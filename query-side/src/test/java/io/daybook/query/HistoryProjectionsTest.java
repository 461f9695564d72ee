package io.daybook.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.daybook.messages.Actor;
import io.daybook.messages.audit.AuditEntries;
import io.daybook.messages.audit.AuditEntry;
import io.daybook.messages.audit.AuditExportBegun;
import io.daybook.messages.audit.AuditFilter;
import io.daybook.messages.audit.AuditPage;
import io.daybook.messages.audit.AuditTrail;
import io.daybook.messages.audit.AuditTrailOf;
import io.daybook.messages.audit.ExportFormat;
import io.daybook.messages.audit.ExportedPart;
import io.daybook.messages.audit.HistoryFilterDeleted;
import io.daybook.messages.audit.HistoryFilterList;
import io.daybook.messages.audit.HistoryFilterRenamed;
import io.daybook.messages.audit.HistoryFilterSaved;
import io.daybook.messages.audit.HistoryFiltersOfUser;
import io.daybook.messages.audit.KeptFilter;
import io.daybook.messages.identity.EmailVerified;
import io.daybook.messages.identity.Role;
import io.daybook.messages.identity.SessionEnd;
import io.daybook.messages.identity.SessionEnded;
import io.daybook.messages.identity.SignInRefused;
import io.daybook.messages.identity.UserErasureRequested;
import io.daybook.messages.projects.ProjectCreated;
import io.daybook.messages.projects.ProjectDeleted;
import io.daybook.messages.projects.ProjectRenamed;
import io.daybook.platform.Identifiers;
import io.daybook.platform.bus.Origin;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What is remembered of everything that happened. */
class HistoryProjectionsTest extends ProjectionTest {

    HistoryProjectionsTest(QueryNode node) {
        super(node);
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
                            "Somebody tried to sign in as Ada Lovelace with a wrong password",
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

        @Test
        void tellsPeopleWhoElseDidSomethingToThemButNotFromWhere() {
            UUID root = Identifiers.next();
            UUID session = Identifiers.next();
            node.happened(root, registered(root, Role.USER))
                    .happened(ada, registered(ada, Role.USER))
                    .happenedBecauseOf(
                            Map.of(
                                    Actor.USER, root.toString(),
                                    Actor.SESSION, root.toString(),
                                    Actor.ADDRESS, "192.0.2.9"),
                            session,
                            new SessionEnded(session, ada, SessionEnd.REVOKED));

            AuditEntry own =
                    entries(new AuditEntries(ada, AuditFilter.NONE, null, 1, null)).getFirst();
            AuditEntry whole = entries(ofAggregate(session)).getFirst();

            assertThat(own.actorId()).isEqualTo(root);
            assertThat(own.address()).isNull();
            assertThat(own.sessionId()).isNull();
            assertThat(trail(whole, ada).entry()).isEqualTo(own);
            assertThat(whole.address()).isEqualTo("192.0.2.9");
            assertThat(entries(from("192.0.2.9", ada))).isEmpty();
            assertThat(entries(from("192.0.2.9", null))).contains(whole);
        }

        @Test
        void namesNobodyToWhomeverOnlyWroteTheirIdentifierIntoAFilter() {
            UUID eve = Identifiers.next();
            UUID export = Identifiers.next();
            String filter = "actor=%s&subject=%s".formatted(eve, ada);
            node.happened(ada, registered(ada, Role.USER))
                    .happened(eve, registered(eve, Role.USER))
                    .happenedBecauseOf(
                            Map.of(Actor.USER, eve.toString()),
                            export,
                            new AuditExportBegun(export, eve, false, filter, ExportFormat.CSV));
            AuditEntry entry = entries(ofAggregate(export)).getFirst();

            assertThat(trail(entry, eve).exported())
                    .isEqualTo(new ExportedPart(filter, "Ada Lovelace", null));
            assertThat(trail(entry, null).exported())
                    .isEqualTo(new ExportedPart(filter, "Ada Lovelace", "Ada Lovelace"));
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
                            null, actor, null, types, null, session, address, request, from, null);
            return entries(new AuditEntries(null, filter, null, 10, null)).size();
        }

        private AuditEntries from(String address, @Nullable UUID reader) {
            return new AuditEntries(
                    reader,
                    new AuditFilter(
                            null, null, null, List.of(), null, null, address, null, null, null),
                    null,
                    10,
                    null);
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

        @Test
        void areForgottenWithTheirOwnersAndWithThoseWhomTheyName() {
            UUID root = Identifiers.next();
            UUID own = Identifiers.next();
            UUID others = Identifiers.next();
            node.happened(own, new HistoryFilterSaved(own, ada, "mine", "q=zebra"))
                    .happened(
                            others,
                            new HistoryFilterSaved(
                                    others, root, "hers", "actor=%s".formatted(ada)));
            assertThat(kept(root)).hasSize(1);

            node.happened(ada, new UserErasureRequested(ada));

            assertThat(kept(ada)).isEmpty();
            assertThat(kept(root)).isEmpty();
        }

        private List<KeptFilter> kept(UUID owner) {
            return node.ask(new HistoryFiltersOfUser(owner), HistoryFilterList.class).items();
        }
    }
}
