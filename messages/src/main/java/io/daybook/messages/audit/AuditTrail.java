package io.daybook.messages.audit;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * One entry between its causes (the nearest first, up to what a request did itself) and its effects
 * (oldest first, those that it brought about directly), beside what else the same request did
 * (oldest first; neither cause nor direct effect). Lists end after a hundred entries, and it is
 * said where there are more. Of an export stands beside it what it took out, as long as that can be
 * read.
 */
public record AuditTrail(
        AuditEntry entry,
        List<AuditEntry> causes,
        List<AuditEntry> effects,
        boolean moreEffects,
        List<AuditEntry> together,
        boolean moreTogether,
        @Nullable ExportedPart exported) {}
