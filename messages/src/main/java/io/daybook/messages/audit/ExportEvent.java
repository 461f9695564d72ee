package io.daybook.messages.audit;

import java.util.UUID;

/** What happens to an export of the history. */
public sealed interface ExportEvent extends AuditEvent permits AuditExportBegun, AuditExported {

    /** The aggregate that it happened to. */
    UUID exportId();
}
