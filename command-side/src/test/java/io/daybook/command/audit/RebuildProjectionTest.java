package io.daybook.command.audit;

import io.daybook.messages.Actor;
import io.daybook.messages.audit.RebuildProjection;
import io.daybook.messages.audit.RebuildRequested;
import io.daybook.platform.bus.Metadata;
import io.daybook.platform.bus.Rebuilds;

import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.UUID;

class RebuildProjectionTest {

    private static final UUID PROJECTION = UUID.fromString("019a0000-0000-7000-8000-000000000001");
    private static final UUID ADA = UUID.fromString("019a0000-0000-7000-8000-00000000000a");

    private final AggregateTestFixture<ProjectionAggregate> fixture =
            new AggregateTestFixture<>(ProjectionAggregate.class);
    private boolean underWay;

    @BeforeEach
    void tellWhetherOneIsUnderWay() {
        fixture.registerInjectableResource((Rebuilds) (id, name) -> underWay);
    }

    @Test
    void isRecordedWithWhoAskedForIt() {
        fixture.givenNoPriorActivity()
                .when(
                        new RebuildProjection(PROJECTION, "audit"),
                        Metadata.of(new Actor(ADA, null, true, null)))
                .expectEvents(new RebuildRequested(PROJECTION, "audit", ADA));
    }

    @Test
    void isRefusedToOthers() {
        fixture.givenNoPriorActivity()
                .when(
                        new RebuildProjection(PROJECTION, "audit"),
                        Metadata.of(new Actor(ADA, null, false, null)))
                .expectException(NotAnAdministrator.class);
    }

    @Test
    void isRefusedWhileOneIsUnderWay() {
        underWay = true;

        fixture.given(new RebuildRequested(PROJECTION, "audit", ADA))
                .when(
                        new RebuildProjection(PROJECTION, "audit"),
                        Metadata.of(new Actor(ADA, null, true, null)))
                .expectException(RebuildUnderWay.class)
                .expectNoEvents();
    }

    @Test
    void canBeAskedForAgain() {
        fixture.given(new RebuildRequested(PROJECTION, "audit", ADA))
                .when(
                        new RebuildProjection(PROJECTION, "audit"),
                        Metadata.of(new Actor(ADA, null, true, null)))
                .expectEvents(new RebuildRequested(PROJECTION, "audit", ADA));
    }
}
