package io.daybook.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.messages.Actor;
import io.daybook.messages.audit.AuditEntries;
import io.daybook.messages.audit.AuditEntry;
import io.daybook.messages.audit.AuditExportBegun;
import io.daybook.messages.audit.AuditFilter;
import io.daybook.messages.audit.AuditTrail;
import io.daybook.messages.audit.AuditTrailOf;
import io.daybook.messages.audit.ExportFormat;
import io.daybook.messages.audit.ExportedPart;
import io.daybook.messages.identity.Role;
import io.daybook.messages.identity.SessionEnd;
import io.daybook.messages.identity.SessionEnded;
import io.daybook.messages.projects.ProjectCreated;
import io.daybook.messages.projects.ProjectDeleted;
import io.daybook.messages.projects.ProjectRenamed;
import io.daybook.platform.Identifiers;
import io.daybook.platform.bus.Origin;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What led to an entry and what came of it, and how much of that people are told. */
class TrailsTest extends ProjectionTest {

    TrailsTest(QueryNode node) {
        super(node);
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
        node.happenedBecauseOf(because(asked, renamed), project, new ProjectDeleted(project, ada));
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

        AuditEntry own = entries(new AuditEntries(ada, AuditFilter.NONE, null, 1, null)).getFirst();
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

    private AuditEntries from(String address, @Nullable UUID reader) {
        return new AuditEntries(
                reader,
                new AuditFilter(null, null, null, List.of(), null, null, address, null, null, null),
                null,
                10,
                null);
    }
}
