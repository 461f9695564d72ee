package io.daybook.command.audit;

import io.daybook.messages.Actor;
import io.daybook.messages.audit.DeleteHistoryFilter;
import io.daybook.messages.audit.HistoryFilterDeleted;
import io.daybook.messages.audit.HistoryFilterRenamed;
import io.daybook.messages.audit.HistoryFilterSaved;
import io.daybook.messages.audit.RenameHistoryFilter;
import io.daybook.messages.audit.SaveHistoryFilter;
import io.daybook.platform.bus.Metadata;

import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

import java.util.Map;
import java.util.UUID;

class KeptFilterTest {

    private static final UUID FILTER = UUID.fromString("019a0000-0000-7000-8000-000000000001");
    private static final UUID ANNA = UUID.fromString("019a0000-0000-7000-8000-00000000000a");
    private static final UUID BEN = UUID.fromString("019a0000-0000-7000-8000-00000000000b");
    private static final HistoryFilterSaved SAVED =
            new HistoryFilterSaved(FILTER, ANNA, "Mine", "q=spring");

    private final AggregateTestFixture<KeptFilterAggregate> fixture =
            new AggregateTestFixture<>(KeptFilterAggregate.class);

    private static Map<String, Object> by(UUID person) {
        return Metadata.of(new Actor(person, null, true, null));
    }

    @Test
    void belongsToThePersonWhoKeepsIt() {
        fixture.givenNoPriorActivity()
                .when(new SaveHistoryFilter(FILTER, " Mine ", "q=spring"), by(ANNA))
                .expectEvents(SAVED);
    }

    @Test
    void isKeptOnceHoweverOftenItIsAsked() {
        fixture.given(SAVED)
                .when(new SaveHistoryFilter(FILTER, "Mine", "q=spring"), by(ANNA))
                .expectNoEvents();
    }

    @Test
    void getsAnotherNameOnlyWhenItIsAnother() {
        fixture.given(SAVED)
                .when(new RenameHistoryFilter(FILTER, "Yours"), by(ANNA))
                .expectEvents(new HistoryFilterRenamed(FILTER, ANNA, "Yours"));
        fixture.given(SAVED)
                .when(new RenameHistoryFilter(FILTER, "Mine "), by(ANNA))
                .expectNoEvents();
    }

    @Test
    void isGivenUpOnce() {
        fixture.given(SAVED)
                .when(new DeleteHistoryFilter(FILTER), by(ANNA))
                .expectEvents(new HistoryFilterDeleted(FILTER, ANNA));
        fixture.given(SAVED, new HistoryFilterDeleted(FILTER, ANNA))
                .when(new DeleteHistoryFilter(FILTER), by(ANNA))
                .expectException(KeptFilterNotFound.class);
    }

    @Test
    void isNotThereForOthersNotEvenForAdministrators() {
        fixture.given(SAVED)
                .when(new RenameHistoryFilter(FILTER, "Ours"), by(BEN))
                .expectException(KeptFilterNotFound.class);
        fixture.given(SAVED)
                .when(new SaveHistoryFilter(FILTER, "Ours", ""), by(BEN))
                .expectException(KeptFilterNotFound.class);
        fixture.given(SAVED)
                .when(new DeleteHistoryFilter(FILTER), by(BEN))
                .expectException(KeptFilterNotFound.class);
    }

    @Test
    void needsANameThatFits() {
        fixture.givenNoPriorActivity()
                .when(new SaveHistoryFilter(FILTER, " ", "q=spring"), by(ANNA))
                .expectException(KeptFilterLength.class);
        fixture.given(SAVED)
                .when(new RenameHistoryFilter(FILTER, "x".repeat(81)), by(ANNA))
                .expectException(KeptFilterLength.class);
    }
}
