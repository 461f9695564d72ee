package io.daybook.query.audit.past;

import io.daybook.messages.audit.HistoryOfThing;
import io.daybook.messages.audit.Moment;
import io.daybook.messages.audit.PastThings;
import io.daybook.messages.audit.ThingHistory;
import io.daybook.messages.audit.ThingsAsOf;
import io.daybook.messages.identity.Role;
import io.daybook.messages.identity.UserProfileById;
import io.daybook.messages.identity.UserRegistered;
import io.daybook.platform.Identifiers;
import io.daybook.query.QueryNode;
import io.daybook.query.SharedQueryNode;
import io.daybook.query.audit.past.Lives.Thing;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Asks how things were, on a log that other tests add to as well. */
@ExtendWith(SharedQueryNode.class)
abstract class PastOfThings {

    final QueryNode node;

    PastOfThings(QueryNode node) {
        this.node = node;
    }

    @BeforeEach
    void somethingIsThere() throws InterruptedException {
        person("First");
        node.settled(UserProfileById.class);
    }

    UUID person(String name) {
        UUID id = Identifiers.next();
        node.happened(id, new UserRegistered(id, id + "@example.org", name, null, "$", Role.USER));
        return id;
    }

    List<UUID> projectsOf(UUID owner, Moment at, boolean ended) {
        return node
                .ask(new ThingsAsOf("projects", at, ended, 200, null), PastThings.class)
                .items()
                .stream()
                .filter(item -> item.ownerId().equals(owner))
                .map(PastThings.Item::id)
                .toList();
    }

    ThingHistory history(Thing thing, Moment at) {
        return ask(new HistoryOfThing(thing.kind(), thing.id(), at, null, thing.owner()));
    }

    ThingHistory.Comparison compared(Thing thing, Moment at, Moment against) {
        return Objects.requireNonNull(
                ask(new HistoryOfThing(thing.kind(), thing.id(), at, against, null)).comparison());
    }

    ThingHistory ask(HistoryOfThing query) {
        return node.ask(query, ThingHistory.class);
    }
}
