package io.daybook.command.audit;

import io.daybook.messages.audit.AuditExportBegun;
import io.daybook.messages.audit.AuditExported;
import io.daybook.messages.audit.ExportEvent;

import org.jspecify.annotations.Nullable;

import java.util.UUID;

/** What must be known of an export to decide: who takes what out, and whether it has ended. */
record ExportState(
        @Nullable UUID exportId, @Nullable UUID exporterId, boolean everybody, boolean ended) {

    static final ExportState NONE = new ExportState(null, null, false, false);

    ExportState evolve(ExportEvent event) {
        return switch (event) {
            case AuditExportBegun e ->
                    new ExportState(e.exportId(), e.exporterId(), e.everybody(), false);
            case AuditExported e ->
                    new ExportState(e.exportId(), e.exporterId(), e.everybody(), true);
        };
    }
}
