package io.daybook.command.assistant;

import io.daybook.messages.Actor;
import io.daybook.messages.assistant.AnswerQuestion;
import io.daybook.messages.assistant.AskQuestion;
import io.daybook.messages.assistant.CancelQuestion;
import io.daybook.messages.assistant.FailQuestion;
import io.daybook.messages.assistant.QuestionAnswered;
import io.daybook.messages.assistant.QuestionAsked;
import io.daybook.messages.assistant.QuestionCancelled;
import io.daybook.messages.assistant.QuestionFailed;
import io.daybook.platform.bus.Metadata;

import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.util.Map;
import java.util.UUID;

class RunTest {

    private static final UUID RUN = UUID.fromString("019a0000-0000-7000-8000-000000000001");
    private static final UUID ANNA = UUID.fromString("019a0000-0000-7000-8000-00000000000a");
    private static final UUID BEN = UUID.fromString("019a0000-0000-7000-8000-00000000000b");
    private static final UUID CONNECTION = UUID.fromString("019a0000-0000-7000-8000-00000000000c");

    private static final AskQuestion ASK =
            new AskQuestion(RUN, CONNECTION, null, "how many orders", "built-in");
    private static final QuestionAsked ASKED =
            new QuestionAsked(RUN, ANNA, CONNECTION, null, "how many orders", "built-in");
    private static final AnswerQuestion ANSWER =
            new AnswerQuestion(RUN, "SELECT count(*) FROM orders", "42 orders.", null, 1, 12);
    private static final QuestionAnswered ANSWERED =
            new QuestionAnswered(
                    RUN, ANNA, "SELECT count(*) FROM orders", "42 orders.", null, 1, 12);
    private static final CancelQuestion CANCEL = new CancelQuestion(RUN, 5);
    private static final QuestionCancelled CANCELLED = new QuestionCancelled(RUN, ANNA, 5);
    private static final FailQuestion FAIL =
            new FailQuestion(RUN, "timed-out", "The database took too long.", 30_000);
    private static final QuestionFailed FAILED =
            new QuestionFailed(RUN, ANNA, "timed-out", "The database took too long.", 30_000);

    private AggregateTestFixture<Run> fixture;

    @BeforeEach
    void fixture() {
        fixture = new AggregateTestFixture<>(Run.class);
    }

    @Nested
    class Asking {

        @Test
        void opensARunForItsAsker() {
            fixture.givenNoPriorActivity().when(ASK, by(ANNA)).expectEvents(ASKED);
        }

        @Test
        void twiceOpensItOnce() {
            fixture.given(ASKED)
                    .when(ASK, by(ANNA))
                    .expectSuccessfulHandlerExecution()
                    .expectNoEvents();
        }

        @Test
        void withAnIdentifierOfSomebodyElseIsRefusedAsIfItWereNotThere() {
            fixture.given(ASKED).when(ASK, by(BEN)).expectException(RunNotFound.class);
        }

        @Test
        void withoutAPersonIsRefused() {
            fixture.givenNoPriorActivity()
                    .when(ASK, Metadata.of(Actor.anonymous("10.0.0.1")))
                    .expectException(AskerUnknown.class);
        }

        @Test
        void nothingIsRefused() {
            fixture.givenNoPriorActivity()
                    .when(new AskQuestion(RUN, CONNECTION, null, "  ", "built-in"), by(ANNA))
                    .expectException(QuestionLength.class);
        }

        @Test
        void moreThanAPageIsRefused() {
            fixture.givenNoPriorActivity()
                    .when(
                            new AskQuestion(RUN, CONNECTION, null, "a".repeat(4_001), "built-in"),
                            by(ANNA))
                    .expectException(QuestionLength.class);
        }
    }

    @Nested
    class Closing {

        @Test
        void withAnAnswerKeepsTheStatementAndTheWords() {
            fixture.given(ASKED).when(ANSWER, by(ANNA)).expectEvents(ANSWERED);
        }

        @Test
        void withAFailureKeepsWhatTheAskerWasTold() {
            fixture.given(ASKED).when(FAIL, by(ANNA)).expectEvents(FAILED);
        }

        @Test
        void byAStopIsACancellation() {
            fixture.given(ASKED).when(CANCEL, by(ANNA)).expectEvents(CANCELLED);
        }

        @Test
        void twiceAlikeChangesNothing() {
            fixture.given(ASKED, CANCELLED)
                    .when(CANCEL, by(ANNA))
                    .expectSuccessfulHandlerExecution()
                    .expectNoEvents();
        }

        @Test
        void afterAnotherEndIsRefused() {
            fixture.given(ASKED, CANCELLED)
                    .when(ANSWER, by(ANNA))
                    .expectException(RunAlreadyClosed.class);
        }

        @Test
        void bySomebodyElseIsRefusedAsIfItWereNotThere() {
            fixture.given(ASKED).when(CANCEL, by(BEN)).expectException(RunNotFound.class);
        }

        @Test
        void byAnotherAdministratorIsRefusedToo() {
            fixture.given(ASKED)
                    .when(CANCEL, Metadata.of(new Actor(BEN, null, true, null)))
                    .expectException(RunNotFound.class);
        }

        @Test
        void byDaybookItselfEndsWhatACrashLeftOpen() {
            fixture.given(ASKED).when(FAIL, Metadata.of(Actor.SYSTEM)).expectEvents(FAILED);
        }
    }

    private static Map<String, Object> by(UUID person) {
        return Metadata.of(new Actor(person, null, false, null));
    }
}
