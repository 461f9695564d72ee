package io.daybook.command.audit;

import io.daybook.messages.Refusal;

import java.io.Serial;

/** Everybody takes their own history out, administrators everybody's. */
final class ExportNotAllowed extends Refusal {

    @Serial private static final long serialVersionUID = 1L;

    ExportNotAllowed() {
        super(
                Kind.FORBIDDEN,
                "export-not-allowed",
                "Only administrators export the history of everybody.");
    }
}
