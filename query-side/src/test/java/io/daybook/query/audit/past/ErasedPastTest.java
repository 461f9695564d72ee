package io.daybook.query.audit.past;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.messages.audit.HistoryOfThing;
import io.daybook.messages.audit.Moment;
import io.daybook.messages.audit.ThingHistory;
import io.daybook.messages.identity.Role;
import io.daybook.messages.identity.UserErased;
import io.daybook.messages.identity.UserErasureRequested;
import io.daybook.messages.identity.UserProfile;
import io.daybook.messages.projects.ProjectCreated;
import io.daybook.platform.Identifiers;
import io.daybook.platform.keys.PersonalKeys;
import io.daybook.query.QueryNode;
import io.daybook.query.audit.past.Lives.Thing;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.UUID;

/** What the past still shows of people who were erased. */
final class ErasedPastTest extends PastOfThings {

    ErasedPastTest(QueryNode node) {
        super(node);
    }

    @Test
    void showsNobodyOnceTheyAreErased() {
        UUID ada = person("Ada");
        long then = node.position();
        node.get(PersonalKeys.class).destroy(ada);

        ThingHistory past = history(new Thing("users", ada, ada, false), Moment.at(then));

        assertThat((UserProfile) past.then().state())
                .isNotNull()
                .returns(null, UserProfile::email)
                .returns(null, UserProfile::fullName)
                .returns(Role.USER, UserProfile::role);
    }

    @Test
    void endsWhatBelongedToSomebodyWhoIsErased() {
        Lives lives = new Lives(node, 13);
        for (int i = 0; i < 6; i++) {
            lives.goOn();
        }
        UUID ada = lives.things().getFirst().owner();
        node.happened(ada, new UserErasureRequested(ada));
        long erased = node.position();
        node.happened(ada, new UserErased(ada));

        for (Thing thing : lives.things()) {
            ThingHistory now = history(thing, Moment.NOW);
            assertThat(now.then().deleted() == null).isEqualTo(isLive(lives.live(thing)));
            assertThat(history(thing, Moment.at(erased - 1)).then().state()).isNotNull();
        }
    }

    private static boolean isLive(@Nullable Record state) {
        return state != null && !state.toString().contains("deleted=true");
    }

    @Test
    void showsNothingOfSomebodyWhoIsBeingErased() {
        UUID ada = person("Ada");
        UUID spring = Identifiers.next();
        node.happened(spring, new ProjectCreated(spring, ada, "Spring", null));
        Moment before = Moment.at(node.position());
        node.happened(ada, new UserErasureRequested(ada));

        for (Thing thing :
                List.of(
                        new Thing("users", ada, ada, false),
                        new Thing("projects", spring, ada, false))) {
            assertThatThrownBy(
                            () ->
                                    ask(
                                            new HistoryOfThing(
                                                    thing.kind(), thing.id(), before, null, null)))
                    .hasMessageContaining("being erased");
        }
        assertThat(projectsOf(ada, before, true)).isEmpty();

        node.happened(ada, new UserErased(ada));
        assertThat(projectsOf(ada, before, true)).containsExactly(spring);
    }
}
