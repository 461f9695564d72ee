package io.daybook.command.audit;

import io.daybook.messages.Actor;
import io.daybook.messages.audit.DeadLetterSkipped;
import io.daybook.messages.audit.DeadLettersRetried;
import io.daybook.messages.audit.RetryDeadLetters;
import io.daybook.messages.audit.SkipDeadLetter;
import io.daybook.platform.bus.Metadata;

import org.axonframework.messaging.MetaData;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

import java.util.UUID;

class DeadLetterOrdersTest {

    private static final UUID GROUP = UUID.fromString("019a0000-0000-7000-8000-000000000001");
    private static final UUID THING = UUID.fromString("019a0000-0000-7000-8000-000000000002");
    private static final UUID EVENT = UUID.fromString("019a0000-0000-7000-8000-000000000003");
    private static final UUID ADA = UUID.fromString("019a0000-0000-7000-8000-00000000000a");
    private static final MetaData ADMINISTRATOR =
            MetaData.from(Metadata.of(new Actor(ADA, null, true, null)));

    private final AggregateTestFixture<DeadLetterAggregate> fixture =
            new AggregateTestFixture<>(DeadLetterAggregate.class);

    @Test
    void aRetryIsRecordedWithWhoOrderedIt() {
        fixture.givenNoPriorActivity()
                .when(new RetryDeadLetters(GROUP, "mail", THING), ADMINISTRATOR)
                .expectEvents(new DeadLettersRetried(GROUP, "mail", THING, ADA));
    }

    @Test
    void skippingIsRecordedWithItsReason() {
        fixture.given(new DeadLettersRetried(GROUP, "mail", THING, ADA))
                .when(new SkipDeadLetter(GROUP, "mail", THING, EVENT, " Known "), ADMINISTRATOR)
                .expectEvents(new DeadLetterSkipped(GROUP, "mail", THING, EVENT, ADA, "Known"));
    }

    @Test
    void skippingWithoutAReasonIsRefused() {
        fixture.givenNoPriorActivity()
                .when(new SkipDeadLetter(GROUP, "mail", THING, EVENT, "  "), ADMINISTRATOR)
                .expectException(SkippingNeedsAReason.class);
    }

    @Test
    void bothAreRefusedToOthers() {
        fixture.givenNoPriorActivity()
                .when(
                        new SkipDeadLetter(GROUP, "mail", THING, EVENT, "Known"),
                        Metadata.of(new Actor(ADA, null, false, null)))
                .expectException(NotAnAdministrator.class);
    }
}
