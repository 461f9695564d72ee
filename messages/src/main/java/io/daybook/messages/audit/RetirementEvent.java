package io.daybook.messages.audit;

import java.util.UUID;

/** What happens when details leave the log. */
public sealed interface RetirementEvent extends AuditEvent permits DetailsRetired {

    /** The aggregate that it happened to. */
    UUID retirementId();
}
