package io.daybook.messages.audit;

import io.daybook.messages.DataSubject;
import io.daybook.messages.PersonalData;

import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

import java.util.UUID;

/**
 * Somebody began to take entries of the history out of the house: those that a filter finds (as in
 * the page's address, empty: all), everybody's or what concerns themselves.
 */
@Revision("1")
public record AuditExportBegun(
        UUID exportId,
        @DataSubject UUID exporterId,
        boolean everybody,
        @PersonalData @Nullable String filter,
        ExportFormat format)
        implements ExportEvent {}
