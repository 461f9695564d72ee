package io.daybook.query.audit;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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
