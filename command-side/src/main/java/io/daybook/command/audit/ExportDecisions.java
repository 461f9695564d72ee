package io.daybook.command.audit;

import io.daybook.messages.Actor;
import io.daybook.messages.audit.AuditExportBegun;
import io.daybook.messages.audit.AuditExported;
import io.daybook.messages.audit.BeginAuditExport;
import io.daybook.messages.audit.EndAuditExport;
import io.daybook.messages.audit.ExportEvent;

import java.util.List;
import java.util.UUID;

/** The rules of exports: nothing leaves the house that is not recorded before. */
final class ExportDecisions {

    private ExportDecisions() {}

    static List<ExportEvent> decide(BeginAuditExport command, ExportState state, Actor actor) {
        UUID exporter = actor.userId();
        if (exporter == null || (command.everybody() && !actor.administrator())) {
            throw new ExportNotAllowed();
        }
        if (state.exportId() != null) {
            return List.of();
        }
        return List.of(
                new AuditExportBegun(
                        command.exportId(),
                        exporter,
                        command.everybody(),
                        command.filter(),
                        command.format()));
    }

    static List<ExportEvent> decide(EndAuditExport command, ExportState state) {
        UUID exporter = state.exporterId();
        if (exporter == null || state.ended()) {
            return List.of();
        }
        return List.of(
                new AuditExported(
                        command.exportId(),
                        exporter,
                        state.everybody(),
                        command.entries(),
                        command.outcome()));
    }
}
