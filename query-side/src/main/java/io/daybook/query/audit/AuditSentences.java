package io.daybook.query.audit;

import static io.daybook.platform.Spoken.counted;
import static io.daybook.query.audit.Sentence.byDaybook;
import static io.daybook.query.audit.Sentence.byThemselves;
import static io.daybook.query.audit.Sentence.byWhoeverAsked;
import static io.daybook.query.audit.Sentences.quoted;

import io.daybook.messages.audit.AuditEvent;
import io.daybook.messages.audit.AuditExportBegun;
import io.daybook.messages.audit.AuditExported;
import io.daybook.messages.audit.CheckpointEvent;
import io.daybook.messages.audit.CheckpointKeyChanged;
import io.daybook.messages.audit.CheckpointTaken;
import io.daybook.messages.audit.DeadLetterEvent;
import io.daybook.messages.audit.DeadLetterSkipped;
import io.daybook.messages.audit.DeadLettersRetried;
import io.daybook.messages.audit.DetailRetentionChanged;
import io.daybook.messages.audit.DetailsRetired;
import io.daybook.messages.audit.ExportEvent;
import io.daybook.messages.audit.ExportOutcome;
import io.daybook.messages.audit.GenerationDropped;
import io.daybook.messages.audit.HistoryFilterDeleted;
import io.daybook.messages.audit.HistoryFilterEvent;
import io.daybook.messages.audit.HistoryFilterRenamed;
import io.daybook.messages.audit.HistoryFilterSaved;
import io.daybook.messages.audit.ProjectionEvent;
import io.daybook.messages.audit.RebuildAccepted;
import io.daybook.messages.audit.RebuildCancelled;
import io.daybook.messages.audit.RebuildPaused;
import io.daybook.messages.audit.RebuildRequested;
import io.daybook.messages.audit.RebuildResumed;
import io.daybook.messages.audit.RetentionEvent;
import io.daybook.messages.audit.RetirementEvent;
import io.daybook.messages.audit.ReturnRequested;

import org.jspecify.annotations.Nullable;

/** What happens to the read models and the log itself, in words. */
final class AuditSentences {

    private AuditSentences() {}

    static Sentence of(AuditEvent event) {
        return switch (event) {
            case ProjectionEvent e -> of(e);
            case DeadLetterEvent e -> of(e);
            case HistoryFilterEvent e -> of(e);
            case ExportEvent e -> of(e);
            case CheckpointEvent e -> of(e);
            case RetentionEvent e -> of(e);
            case RetirementEvent e -> of(e);
        };
    }

    private static Sentence of(RetentionEvent event) {
        return switch (event) {
            case DetailRetentionChanged e ->
                    byThemselves(
                            e.orderedBy(),
                            e.days() == null
                                    ? "had details kept for ever"
                                    : "had details kept for " + counted(e.days(), "day"));
        };
    }

    private static Sentence of(RetirementEvent event) {
        return switch (event) {
            case DetailsRetired e ->
                    byDaybook(null, "retired " + counted(e.events(), "detail") + " from the log");
        };
    }

    private static Sentence of(CheckpointEvent event) {
        return switch (event) {
            case CheckpointTaken e ->
                    byWhoeverAsked("signed the log of " + counted(e.events(), "event"));
            case CheckpointKeyChanged e -> byWhoeverAsked("changed the key that signs the log");
        };
    }

    private static Sentence of(ProjectionEvent event) {
        return switch (event) {
            case RebuildRequested e ->
                    byThemselves(
                            e.requestedBy(),
                            "asked for the projection " + e.projection() + " to be built anew");
            case RebuildPaused e ->
                    byThemselves(e.orderedBy(), "paused the rebuild of " + e.projection());
            case RebuildResumed e ->
                    byThemselves(e.orderedBy(), "resumed the rebuild of " + e.projection());
            case RebuildCancelled e ->
                    byThemselves(e.orderedBy(), "gave up the rebuild of " + e.projection());
            case RebuildAccepted e ->
                    byThemselves(
                            e.orderedBy(),
                            "took the rebuilt projection %s although it differed"
                                    .formatted(e.projection()));
            case ReturnRequested e ->
                    byThemselves(
                            e.orderedBy(),
                            "returned to generation %d of the projection %s"
                                    .formatted(e.generation(), e.projection()));
            case GenerationDropped e ->
                    byThemselves(
                            e.orderedBy(),
                            "dropped generation %d of the projection %s"
                                    .formatted(e.generation(), e.projection()));
        };
    }

    private static Sentence of(DeadLetterEvent event) {
        return switch (event) {
            case DeadLettersRetried e ->
                    byThemselves(
                            e.orderedBy(), "had " + name(e.group()) + " try parked events again");
            case DeadLetterSkipped e ->
                    byThemselves(
                            e.orderedBy(),
                            "had %s pass over a parked event: %s"
                                    .formatted(name(e.group()), quoted(e.reason())));
        };
    }

    private static Sentence of(HistoryFilterEvent event) {
        return switch (event) {
            case HistoryFilterSaved e ->
                    byThemselves(e.ownerId(), "kept the search " + quoted(e.name()));
            case HistoryFilterRenamed e ->
                    byThemselves(e.ownerId(), "renamed a kept search, now " + quoted(e.name()));
            case HistoryFilterDeleted e -> byThemselves(e.ownerId(), "gave up a kept search");
        };
    }

    private static Sentence of(ExportEvent event) {
        return switch (event) {
            case AuditExportBegun e ->
                    byThemselves(
                            e.exporterId(), "began to export " + part(e) + whose(e.everybody()));
            case AuditExported e ->
                    byThemselves(
                            e.exporterId(),
                            "exported %s of %s%s"
                                    .formatted(
                                            counted(e.entries(), "entry", "entries"),
                                            whose(e.everybody()),
                                            e.outcome() == ExportOutcome.COMPLETE
                                                    ? ""
                                                    : ", then it broke off"));
        };
    }

    private static String part(AuditExportBegun event) {
        String filter = event.filter();
        return filter == null || filter.isBlank() ? "" : "what a search finds in ";
    }

    private static String whose(boolean everybody) {
        return everybody ? "everybody's history" : "their own history";
    }

    // Of a projection the generation is left out.
    private static String name(@Nullable String group) {
        return group == null ? "a group" : group.replaceFirst("@.*", "");
    }
}
