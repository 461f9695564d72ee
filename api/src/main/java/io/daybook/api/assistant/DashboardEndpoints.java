package io.daybook.api.assistant;

import io.daybook.api.platform.Caller;
import io.daybook.api.platform.Needs;
import io.daybook.api.platform.Permission;
import io.daybook.api.platform.Position;
import io.daybook.api.platform.Queries;
import io.daybook.messages.assistant.DashboardFigures;
import io.daybook.messages.assistant.FiguresOfUser;
import io.daybook.messages.assistant.RunPage;
import io.daybook.messages.assistant.RunsOfUser;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import reactor.core.publisher.Mono;

/** What a person sees first. */
@RestController
public class DashboardEndpoints {

    private static final int RECENT = 5;

    private final Queries queries;

    public DashboardEndpoints(Queries queries) {
        this.queries = queries;
    }

    /** The caller's figures. */
    @GetMapping("/api/dashboard")
    @Needs(Permission.ACCOUNT_OWN)
    public Mono<DashboardResource> dashboard(
            @AuthenticationPrincipal Caller caller, Position position) {
        Long since = position.value();
        return Mono.zip(
                        queries.ask(
                                new FiguresOfUser(caller.userId()), DashboardFigures.class, since),
                        queries.ask(
                                new RunsOfUser(caller.userId(), RECENT, null),
                                RunPage.class,
                                since))
                .map(both -> DashboardResource.of(both.getT1(), both.getT2().items()));
    }
}
