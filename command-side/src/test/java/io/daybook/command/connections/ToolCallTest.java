package io.daybook.command.connections;

import io.daybook.messages.Actor;
import io.daybook.messages.connections.RecordToolAnswer;
import io.daybook.messages.connections.RecordToolCall;
import io.daybook.messages.connections.RecordToolFailure;
import io.daybook.messages.connections.ToolAnswered;
import io.daybook.messages.connections.ToolCalled;
import io.daybook.messages.connections.ToolFailed;
import io.daybook.platform.bus.Metadata;

import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.Map;
import java.util.UUID;

class ToolCallTest {

    private static final UUID CALL = UUID.fromString("019a0000-0000-7000-8000-000000000001");
    private static final UUID ANNA = UUID.fromString("019a0000-0000-7000-8000-00000000000a");
    private static final UUID BEN = UUID.fromString("019a0000-0000-7000-8000-00000000000b");
    private static final UUID CONNECTION = UUID.fromString("019a0000-0000-7000-8000-00000000000c");

    private static final RecordToolCall CALL_IT =
            new RecordToolCall(CALL, CONNECTION, null, "run_query", "{\"sql\":\"select 1\"}");
    private static final ToolCalled CALLED =
            new ToolCalled(CALL, ANNA, CONNECTION, null, "run_query", "{\"sql\":\"select 1\"}");
    private static final ToolAnswered ANSWERED = new ToolAnswered(CALL, ANNA, "run_query", 1, 8, 3);

    private AggregateTestFixture<ToolCall> fixture;

    @BeforeEach
    void prepare() {
        fixture = new AggregateTestFixture<>(ToolCall.class);
    }

    private static Map<String, Object> by(UUID person) {
        return Metadata.of(new Actor(person, null, false, null));
    }

    @Test
    void recordsWhoCallsWhat() {
        fixture.givenNoPriorActivity().when(CALL_IT, by(ANNA)).expectEvents(CALLED);
    }

    @Test
    void recordsACallOnce() {
        fixture.given(CALLED).when(CALL_IT, by(ANNA)).expectNoEvents();
    }

    @Test
    void needsSomebodyWhoCalls() {
        fixture.givenNoPriorActivity()
                .when(CALL_IT, Metadata.of(Actor.SYSTEM))
                .expectException(ToolCallerUnknown.class);
    }

    @Test
    void recordsTheMeasuresOfTheAnswer() {
        fixture.given(CALLED)
                .when(new RecordToolAnswer(CALL, 1, 8, 3), by(ANNA))
                .expectEvents(ANSWERED);
    }

    @Test
    void recordsAFailure() {
        fixture.given(CALLED)
                .when(new RecordToolFailure(CALL, "timed-out", "It took too long.", 30), by(ANNA))
                .expectEvents(
                        new ToolFailed(
                                CALL, ANNA, "run_query", "timed-out", "It took too long.", 30));
    }

    @Test
    void ignoresAFailureAfterTheAnswer() {
        fixture.given(CALLED, ANSWERED)
                .when(new RecordToolFailure(CALL, "cancelled", "Stopped.", 30), by(ANNA))
                .expectNoEvents();
    }

    @Test
    void isClosedByNobodyElse() {
        fixture.given(CALLED)
                .when(new RecordToolAnswer(CALL, 1, 8, 3), by(BEN))
                .expectException(ToolCallNotFound.class);
    }
}
