package io.daybook.messages.audit;

import java.util.UUID;

/** What happens to the time that details are kept. */
public sealed interface RetentionEvent extends AuditEvent permits DetailRetentionChanged {

    /** The aggregate that it happened to. */
    UUID retentionId();
}
