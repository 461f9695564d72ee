package io.daybook.api.audit;

import io.daybook.api.platform.Caller;
import io.daybook.api.platform.Needs;
import io.daybook.api.platform.Page;
import io.daybook.api.platform.Permission;
import io.daybook.api.platform.Position;
import io.daybook.api.platform.Queries;
import io.daybook.messages.audit.AuditEntries;
import io.daybook.messages.audit.AuditEntry;
import io.daybook.messages.audit.AuditPage;

import jakarta.validation.Valid;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
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
    public Mono<Page<AuditEntry>> activity(
            @AuthenticationPrincipal Caller caller,
            Position position,
            @Valid @ModelAttribute HistoryFilter filter) {
        return entries(caller.userId(), filter, position);
    }

    /** What everybody did. */
    @GetMapping("/api/audit")
    @Needs(Permission.AUDIT_READ)
    public Mono<Page<AuditEntry>> audit(
            Position position, @Valid @ModelAttribute HistoryFilter filter) {
        return entries(null, filter, position);
    }

    private Mono<Page<AuditEntry>> entries(
            @Nullable UUID reader, HistoryFilter filter, Position position) {
        AuditEntries query =
                new AuditEntries(
                        reader,
                        filter.actor(),
                        filter.aggregate(),
                        filter.eventType(),
                        filter.words(),
                        filter.from(),
                        filter.to(),
                        filter.size(),
                        filter.cursor());
        return queries.ask(query, AuditPage.class, position.value())
                .map(page -> new Page<>(page.items(), page.nextCursor()));
    }
}
