package io.daybook.messages.audit;

import java.util.List;

/**
 * One entry between its causes (the nearest first, up to what a request did itself) and its effects
 * (oldest first, those that it brought about directly), beside what else the same request did
 * (oldest first; neither cause nor direct effect). Lists end after some hundred entries.
 */
public record AuditTrail(
        AuditEntry entry,
        List<AuditEntry> causes,
        List<AuditEntry> effects,
        List<AuditEntry> together) {}
