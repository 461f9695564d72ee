package io.daybook.query;

import io.daybook.messages.audit.AuditEntries;
import io.daybook.messages.audit.AuditEntry;
import io.daybook.messages.audit.AuditFilter;
import io.daybook.messages.audit.AuditPage;
import io.daybook.messages.connections.ConnectionEstablished;
import io.daybook.messages.connections.ConnectionKind;
import io.daybook.messages.identity.Role;
import io.daybook.messages.identity.UserRegistered;
import io.daybook.platform.Identifiers;

import org.junit.jupiter.api.extension.ExtendWith;

import java.util.List;
import java.util.UUID;

/** A test that adds to a log which it shares with others, and asks what is remembered. */
@ExtendWith(SharedQueryNode.class)
abstract class ProjectionTest {

    final QueryNode node;
    final UUID ada = Identifiers.next();

    ProjectionTest(QueryNode node) {
        this.node = node;
    }

    static UserRegistered registered(UUID user, Role role) {
        return new UserRegistered(
                user, "ada@example.org", "Ada Lovelace", "ada", "$argon2id$", role);
    }

    static ConnectionEstablished established(UUID connection, UUID owner) {
        return new ConnectionEstablished(
                connection,
                owner,
                "Shop",
                ConnectionKind.POSTGRES,
                "db:5432/shop",
                Identifiers.next());
    }

    static AuditEntries ofAggregate(UUID aggregate) {
        return new AuditEntries(null, AuditFilter.ofAggregate(aggregate), null, 10, null);
    }

    List<AuditEntry> entries(AuditEntries query) {
        return node.ask(query, AuditPage.class).items();
    }
}
