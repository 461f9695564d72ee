package io.daybook.command.audit;

import io.daybook.messages.Actor;
import io.daybook.messages.audit.AcceptRebuild;
import io.daybook.messages.audit.CancelRebuild;
import io.daybook.messages.audit.DropGeneration;
import io.daybook.messages.audit.GenerationDropped;
import io.daybook.messages.audit.PauseRebuild;
import io.daybook.messages.audit.RebuildAccepted;
import io.daybook.messages.audit.RebuildCancelled;
import io.daybook.messages.audit.RebuildPaused;
import io.daybook.messages.audit.RebuildRequested;
import io.daybook.messages.audit.RebuildResumed;
import io.daybook.messages.audit.ResumeRebuild;
import io.daybook.messages.audit.ReturnRequested;
import io.daybook.messages.audit.ReturnToGeneration;
import io.daybook.platform.bus.Metadata;

import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

class GenerationOrdersTest {

    private static final UUID ID = UUID.fromString("019a0000-0000-7000-8000-000000000001");
    private static final UUID ADA = UUID.fromString("019a0000-0000-7000-8000-00000000000a");

    private static final Map<String, ?> ADMINISTRATOR =
            Metadata.of(new Actor(ADA, null, true, null));

    private final AggregateTestFixture<ProjectionAggregate> fixture =
            new AggregateTestFixture<>(ProjectionAggregate.class);

    static Stream<Arguments> orders() {
        return Stream.of(
                Arguments.of(
                        new PauseRebuild(ID, "audit", 2), new RebuildPaused(ID, "audit", 2, ADA)),
                Arguments.of(
                        new ResumeRebuild(ID, "audit", 2), new RebuildResumed(ID, "audit", 2, ADA)),
                Arguments.of(
                        new CancelRebuild(ID, "audit", 2),
                        new RebuildCancelled(ID, "audit", 2, ADA)),
                Arguments.of(
                        new AcceptRebuild(ID, "audit", 2),
                        new RebuildAccepted(ID, "audit", 2, ADA)),
                Arguments.of(
                        new ReturnToGeneration(ID, "audit", 1),
                        new ReturnRequested(ID, "audit", 1, ADA)),
                Arguments.of(
                        new DropGeneration(ID, "audit", 1),
                        new GenerationDropped(ID, "audit", 1, ADA)));
    }

    @ParameterizedTest
    @MethodSource("orders")
    void areRecordedWithWhoGaveThem(Object order, Object event) {
        fixture.given(new RebuildRequested(ID, "audit", ADA))
                .when(order, ADMINISTRATOR)
                .expectEvents(event);
    }

    @Test
    void doNotPauseWhatRestsAlready() {
        fixture.given(
                        new RebuildRequested(ID, "audit", ADA),
                        new RebuildPaused(ID, "audit", 2, ADA))
                .when(new PauseRebuild(ID, "audit", 2), ADMINISTRATOR)
                .expectNoEvents();
    }

    @Test
    void pauseAnotherRebuildAndOneThatWentOn() {
        fixture.given(new RebuildPaused(ID, "audit", 2, ADA))
                .when(new PauseRebuild(ID, "audit", 3), ADMINISTRATOR)
                .expectEvents(new RebuildPaused(ID, "audit", 3, ADA));
        fixture.given(
                        new RebuildPaused(ID, "audit", 2, ADA),
                        new RebuildResumed(ID, "audit", 2, ADA))
                .when(new PauseRebuild(ID, "audit", 2), ADMINISTRATOR)
                .expectEvents(new RebuildPaused(ID, "audit", 2, ADA));
    }

    @ParameterizedTest
    @MethodSource("orders")
    void areRefusedToOthers(Object order, Object event) {
        fixture.given(new RebuildRequested(ID, "audit", ADA))
                .when(order, Metadata.of(new Actor(ADA, null, false, null)))
                .expectException(NotAnAdministrator.class);
    }
}
