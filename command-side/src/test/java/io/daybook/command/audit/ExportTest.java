package io.daybook.command.audit;

import io.daybook.messages.Actor;
import io.daybook.messages.audit.AuditExportBegun;
import io.daybook.messages.audit.AuditExported;
import io.daybook.messages.audit.BeginAuditExport;
import io.daybook.messages.audit.EndAuditExport;
import io.daybook.messages.audit.ExportFormat;
import io.daybook.messages.audit.ExportOutcome;
import io.daybook.platform.bus.Metadata;

import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

import java.util.UUID;

class ExportTest {

    private static final UUID EXPORT = UUID.fromString("019a0000-0000-7000-8000-000000000001");
    private static final UUID ADA = UUID.fromString("019a0000-0000-7000-8000-00000000000a");
    private static final AuditExportBegun BEGUN =
            new AuditExportBegun(EXPORT, ADA, true, "q=spring", ExportFormat.CSV);
    private static final AuditExported ENDED =
            new AuditExported(EXPORT, ADA, true, 12, ExportOutcome.COMPLETE);

    private final AggregateTestFixture<ExportAggregate> fixture =
            new AggregateTestFixture<>(ExportAggregate.class);

    @Test
    void isRecordedWithItsFilterBeforeAnythingLeavesTheHouse() {
        fixture.givenNoPriorActivity()
                .when(
                        new BeginAuditExport(EXPORT, true, "q=spring", ExportFormat.CSV),
                        Metadata.of(new Actor(ADA, null, true, null)))
                .expectEvents(BEGUN);
    }

    @Test
    void ofEverybodysHistoryIsForAdministrators() {
        fixture.givenNoPriorActivity()
                .when(
                        new BeginAuditExport(EXPORT, true, "", ExportFormat.CSV),
                        Metadata.of(new Actor(ADA, null, false, null)))
                .expectException(ExportNotAllowed.class);
        fixture.givenNoPriorActivity()
                .when(
                        new BeginAuditExport(EXPORT, false, "", ExportFormat.JSONL),
                        Metadata.of(new Actor(ADA, null, false, null)))
                .expectEvents(new AuditExportBegun(EXPORT, ADA, false, "", ExportFormat.JSONL));
    }

    @Test
    void endsOnceWithWhatWasTaken() {
        fixture.given(BEGUN)
                .when(new EndAuditExport(EXPORT, 12, ExportOutcome.COMPLETE))
                .expectEvents(ENDED);
        fixture.given(BEGUN, ENDED)
                .when(new EndAuditExport(EXPORT, 13, ExportOutcome.CANCELLED))
                .expectNoEvents();
    }
}
