package io.daybook.api.audit;

import io.daybook.api.platform.Needs;
import io.daybook.api.platform.Permission;
import io.daybook.api.platform.Queries;
import io.daybook.messages.audit.LogVerdict;
import io.daybook.messages.audit.LogVerification;

import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

import reactor.core.publisher.Mono;

/** The log itself, for administrators. */
@RestController
public class LogEndpoints {

    private final Queries queries;

    public LogEndpoints(Queries queries) {
        this.queries = queries;
    }

    /**
     * Walks the hash chain over the whole log and names the first event that is not what it was.
     */
    @PostMapping("/api/admin/audit/verify")
    @Needs(Permission.AUDIT_READ)
    public Mono<LogVerdict> verify() {
        return queries.ask(new LogVerification(), LogVerdict.class);
    }
}
