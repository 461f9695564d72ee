package io.daybook.query.audit.past;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.messages.audit.HistoryOfThing;
import io.daybook.messages.audit.Moment;
import io.daybook.messages.audit.PastEvent;
import io.daybook.messages.audit.PastThings;
import io.daybook.messages.audit.ThingHistory;
import io.daybook.messages.audit.ThingsAsOf;
import io.daybook.messages.projects.Project;
import io.daybook.messages.projects.ProjectCreated;
import io.daybook.messages.projects.ProjectDeleted;
import io.daybook.messages.projects.ProjectRenamed;
import io.daybook.platform.Identifiers;
import io.daybook.platform.log.EventTypes;
import io.daybook.query.QueryNode;
import io.daybook.query.audit.past.Lives.Thing;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** How things were at any moment, and what lies between two. */
final class PastTest extends PastOfThings {

    PastTest(QueryNode node) {
        super(node);
    }

    /** What a reader saw of a thing right after an event. */
    private record Seen(Thing thing, long position, Optional<Record> state) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void showsEveryThingAtEveryMomentAsTheReadModelsShowedItThen(long seed) {
        Lives lives = new Lives(node, seed);
        List<Seen> seen = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            lives.goOn();
            for (Thing thing : lives.things()) {
                seen.add(new Seen(thing, node.position(), Optional.ofNullable(lives.live(thing))));
            }
        }

        for (Seen one : seen) {
            ThingHistory then = history(one.thing(), Moment.at(one.position()));
            assertThat(Optional.ofNullable(then.then().state()))
                    .as("%s at %d", one.thing(), one.position())
                    .isEqualTo(one.state().isPresent() ? one.state() : Optional.of(last(then)));
        }
        for (Thing thing : lives.things()) {
            Optional<Record> live = Optional.ofNullable(lives.live(thing));
            ThingHistory now = history(thing, Moment.NOW);
            assertThat(live.orElse(now.then().state())).isEqualTo(now.then().state());
            assertThat(now.then().deleted() != null)
                    .isEqualTo(live.isEmpty() || String.valueOf(live).contains("deleted=true"));
        }
    }

    private static Record last(ThingHistory gone) {
        assertThat(gone.then().deleted()).isNotNull();
        return Objects.requireNonNull(gone.then().state());
    }

    @Test
    void walksThroughTheEventsOfAThingOneByOne() {
        Lives lives = new Lives(node, 7);
        for (int i = 0; i < 6; i++) {
            lives.goOn();
        }
        for (Thing thing : lives.things()) {
            ThingHistory all = history(thing, Moment.NOW);
            List<Long> positions = all.events().stream().map(PastEvent::position).toList();
            assertThat(positions).isSorted().doesNotHaveDuplicates().hasSize(all.total());

            List<Long> walked = new ArrayList<>();
            Long next = all.begin().position();
            while (next != null) {
                ThingHistory there = history(thing, Moment.at(next));
                assertThat(there.previous()).isEqualTo(walked.isEmpty() ? null : walked.getLast());
                assertThat(there.then().event()).returns(next, PastEvent::position);
                walked.add(next);
                next = there.next();
            }
            assertThat(walked).isEqualTo(positions);
        }
    }

    @Test
    void tellsWhatLiesBetweenTwoMomentsWhicheverIsNamedFirst() {
        Lives lives = new Lives(node, 11);
        for (int i = 0; i < 6; i++) {
            lives.goOn();
        }
        Thing thing = lives.things().getLast();
        ThingHistory now = history(thing, Moment.NOW);
        Moment begin = Moment.at(now.begin().position());

        ThingHistory.Comparison one = compared(thing, begin, Moment.NOW);
        ThingHistory.Comparison other = compared(thing, Moment.NOW, begin);

        assertThat(one.between()).hasSize(now.total() - 1).isEqualTo(other.between());
        assertThat(one.earlier().state())
                .isEqualTo(other.earlier().state())
                .isEqualTo(history(thing, begin).then().state());
        assertThat(one.later().state())
                .isEqualTo(other.later().state())
                .isEqualTo(now.then().state());
    }

    @Test
    void leavesOutAndNamesAnEventThatCannotBeTakenIn() {
        UUID ada = person("Ada");
        UUID id = Identifiers.next();
        node.happened(id, new ProjectCreated(id, ada, "Spring", null))
                .happened(id, new ProjectRenamed(id, ada, "Broken", null));
        long broken = node.position();
        node.happened(id, new ProjectDeleted(id, ada));
        PastQueries past = Refusing.renames("Broken", node);

        ThingHistory then =
                past.answer(new HistoryOfThing("projects", id, Moment.at(broken), null, ada));
        assertThat((Project) then.then().state()).returns("Spring", Project::name);
        assertThat(then.then().leftOut()).containsExactly(broken);
        ThingHistory now = past.answer(new HistoryOfThing("projects", id, Moment.NOW, null, ada));
        assertThat(now.then().deleted()).isNotNull();
        assertThat(now.total()).isEqualTo(3);
        assertThat(
                        past.answer(new ThingsAsOf("projects", Moment.NOW, true, 1, null))
                                .items()
                                .getFirst())
                .returns(id, PastThings.Item::id)
                .returns(true, PastThings.Item::incomplete);
    }

    @Test
    void refusesMomentsThatCannotBe() {
        UUID ada = person("Ada");
        for (Moment moment :
                List.of(
                        Moment.at(node.position() + 1),
                        Moment.at(0),
                        Moment.at(-5),
                        Moment.at(Instant.parse("2999-01-01T00:00:00Z")))) {
            assertThatThrownBy(() -> ask(new HistoryOfThing("users", ada, moment, null, null)))
                    .as("%s", moment)
                    .hasMessageContaining("Refusal");
        }
    }

    @Test
    void isNotThereForOthers() {
        UUID ada = person("Ada");

        assertThat(ask(new HistoryOfThing("users", ada, Moment.NOW, null, ada)).id())
                .isEqualTo(ada);
        assertThatThrownBy(
                        () ->
                                ask(
                                        new HistoryOfThing(
                                                "users",
                                                ada,
                                                Moment.NOW,
                                                null,
                                                Identifiers.next())))
                .hasMessageContaining("no such thing");
    }

    @Test
    void findsEveryKindThroughAnIndexOfTheLog() {
        String indexes =
                String.join(
                        "\n",
                        node.jdbc()
                                .sql(
                                        "select indexdef from pg_indexes where tablename ="
                                                + " 'domain_event'")
                                .query(String.class)
                                .list());
        for (Kind<?> kind : node.get(Kinds.class).all()) {
            assertThat(indexes).contains("'" + EventTypes.nameOf(kind.beginning()).orElseThrow());
            for (Feed<?> feed : kind.feeds()) {
                assertThat(indexes).contains("->> '" + feed.property() + "'");
                for (Class<?> event : feed.events()) {
                    assertThat(indexes).contains("'" + EventTypes.nameOf(event).orElseThrow());
                }
            }
        }
    }
}
