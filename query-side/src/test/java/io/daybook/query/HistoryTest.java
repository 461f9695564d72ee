package io.daybook.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.messages.Actor;
import io.daybook.messages.audit.AuditEntries;
import io.daybook.messages.audit.AuditEntry;
import io.daybook.messages.audit.AuditFilter;
import io.daybook.messages.audit.AuditPage;
import io.daybook.messages.identity.EmailVerified;
import io.daybook.messages.identity.Role;
import io.daybook.messages.identity.SignInRefused;
import io.daybook.messages.projects.ProjectCreated;
import io.daybook.messages.projects.ProjectDeleted;
import io.daybook.messages.projects.ProjectRenamed;
import io.daybook.platform.Identifiers;
import io.daybook.platform.bus.Origin;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What is remembered of everything that happened. */
class HistoryTest extends ProjectionTest {

    HistoryTest(QueryNode node) {
        super(node);
    }

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
                ada, registered(ada, Role.USER), new EmailVerified(ada), new SignInRefused(ada));

        AuditPage page =
                node.ask(new AuditEntries(ada, AuditFilter.NONE, null, 2, null), AuditPage.class);
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
        assertThat(found(ada, List.of(), null, null, null, Instant.now().plusSeconds(60))).isZero();
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

    private AuditEntries withText(UUID reader, String text) {
        return new AuditEntries(reader, AuditFilter.ofText(text), null, 10, null);
    }
}
