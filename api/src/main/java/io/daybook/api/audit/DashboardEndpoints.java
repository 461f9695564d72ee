package io.daybook.api.audit;

import io.daybook.api.platform.Caller;
import io.daybook.api.platform.Needs;
import io.daybook.api.platform.Permission;
import io.daybook.api.platform.Position;
import io.daybook.api.platform.Queries;
import io.daybook.messages.assistant.DashboardFigures;
import io.daybook.messages.assistant.FiguresOfUser;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import reactor.core.publisher.Mono;

/** What a person sees first. */
@RestController
public class DashboardEndpoints {

    private final Queries queries;

    public DashboardEndpoints(Queries queries) {
        this.queries = queries;
    }

    /** The caller's figures. */
    @GetMapping("/api/dashboard")
    @Needs(Permission.ACCOUNT_OWN)
    public Mono<DashboardResource> dashboard(
            @AuthenticationPrincipal Caller caller, Position position) {
        return queries.ask(
                        new FiguresOfUser(caller.userId()),
                        DashboardFigures.class,
                        position.value())
                .map(DashboardResource::of);
    }
}
