package io.daybook.api.audit;

import io.daybook.api.platform.Caller;
import io.daybook.api.platform.Needs;
import io.daybook.api.platform.Permission;
import io.daybook.api.platform.Position;
import io.daybook.api.platform.Queries;
import io.daybook.messages.Refusal;
import io.daybook.messages.audit.AuditEntries;
import io.daybook.messages.audit.AuditPage;
import io.daybook.messages.audit.AuditTrail;
import io.daybook.messages.audit.AuditTrailOf;

import jakarta.validation.Valid;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

import reactor.core.publisher.Mono;

import java.util.UUID;

/** What happened, newest first, each event as a sentence. */
@RestController
public class HistoryEndpoints {

    private final Queries queries;

    public HistoryEndpoints(Queries queries) {
        this.queries = queries;
    }

    /** What the caller did and what concerned them. */
    @GetMapping("/api/activity")
    @Needs(Permission.ACTIVITY_READ)
    public Mono<HistoryPage> activity(
            @AuthenticationPrincipal Caller caller,
            Position position,
            @Valid @ModelAttribute HistoryFilter filter) {
        return entries(caller.userId(), filter, position);
    }

    /** What everybody did. */
    @GetMapping("/api/audit")
    @Needs(Permission.AUDIT_READ)
    public Mono<HistoryPage> audit(Position position, @Valid @ModelAttribute HistoryFilter filter) {
        return entries(null, filter, position);
    }

    /** One entry of the caller's own, with what led to it and what came of it. */
    @GetMapping("/api/activity/{at:\\d{1,18}}")
    @Needs(Permission.ACTIVITY_READ)
    public Mono<AuditTrail> activityEntry(
            @AuthenticationPrincipal Caller caller, Position position, @PathVariable long at) {
        return trail(new AuditTrailOf(at, caller.userId()), position);
    }

    /** One entry, with what led to it and what came of it. */
    @GetMapping("/api/audit/{at:\\d{1,18}}")
    @Needs(Permission.AUDIT_READ)
    public Mono<AuditTrail> auditEntry(Position position, @PathVariable long at) {
        return trail(new AuditTrailOf(at, null), position);
    }

    private Mono<HistoryPage> entries(
            @Nullable UUID reader, HistoryFilter filter, Position position) {
        AuditEntries query =
                new AuditEntries(
                        reader, filter.filter(), filter.after(), filter.size(), filter.cursor());
        return queries.ask(query, AuditPage.class, position.value()).map(HistoryPage::of);
    }

    private Mono<AuditTrail> trail(AuditTrailOf query, Position position) {
        return queries.ask(query, AuditTrail.class, position.value())
                .switchIfEmpty(
                        Mono.error(
                                () ->
                                        new Refusal(
                                                Refusal.Kind.NOT_FOUND,
                                                "entry-not-found",
                                                "There is no such entry.")));
    }
}
