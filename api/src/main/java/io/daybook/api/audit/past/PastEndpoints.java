package io.daybook.api.audit.past;

import io.daybook.api.platform.Caller;
import io.daybook.api.platform.Needs;
import io.daybook.api.platform.Page;
import io.daybook.api.platform.Permission;
import io.daybook.api.platform.Position;
import io.daybook.api.platform.ProblemException;
import io.daybook.api.platform.Queries;
import io.daybook.messages.audit.HistoryOfThing;
import io.daybook.messages.audit.Moment;
import io.daybook.messages.audit.PastThings;
import io.daybook.messages.audit.ThingHistory;
import io.daybook.messages.audit.ThingsAsOf;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import reactor.core.publisher.Mono;

import tools.jackson.databind.json.JsonMapper;

import java.util.Map;
import java.util.UUID;

/** Things as they were at any moment: one of them with its events, or a whole list. */
@RestController
@RequestMapping("/api/history")
public class PastEndpoints {

    private final Queries queries;
    private final Shapes shapes;

    public PastEndpoints(Queries queries, JsonMapper json) {
        this.queries = queries;
        this.shapes = new Shapes(json);
    }

    /**
     * A user, session, connection, project or run as it was {@code at} a position or an ISO-8601
     * time (now unless given), its events, and what differs from the moment {@code against}.
     * Administrators see all, others what is theirs (404).
     */
    @GetMapping("/{kind}/{id}")
    @Needs(Permission.ACTIVITY_READ)
    public Mono<PastThing> one(
            @AuthenticationPrincipal Caller caller,
            Position position,
            @PathVariable String kind,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String at,
            @RequestParam(required = false) @Nullable String against) {
        Moment other = against == null ? null : WrittenMoment.of(against);
        UUID reader = Permission.AUDIT_READ.granted(caller.role()) ? null : caller.userId();
        HistoryOfThing query = new HistoryOfThing(kind, id, WrittenMoment.of(at), other, reader);
        return queries.ask(query, ThingHistory.class, position.value())
                .doOnNext(PastEndpoints::refuseBeforeItsBeginning)
                .map(history -> PastThing.of(history, shapes, caller));
    }

    /**
     * Everything of a kind that there was {@code at} a moment, the newest first; with {@code
     * ended=true} also what was deleted or had ended by then.
     */
    @GetMapping("/{kind}")
    @Needs(Permission.AUDIT_READ)
    public Mono<PastPage> list(
            @AuthenticationPrincipal Caller caller,
            Position position,
            @PathVariable String kind,
            @RequestParam(required = false) @Nullable String at,
            @RequestParam(defaultValue = "false") boolean ended,
            @RequestParam(defaultValue = Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        ThingsAsOf query = new ThingsAsOf(kind, WrittenMoment.of(at), ended, limit, cursor);
        return queries.ask(query, PastThings.class, position.value())
                .map(things -> PastPage.of(kind, things, shapes, caller));
    }

    private static void refuseBeforeItsBeginning(ThingHistory history) {
        if (history.then().state() == null) {
            throw new ProblemException(
                    HttpStatus.NOT_FOUND,
                    "not-there-yet",
                    "This did not exist yet at that moment.",
                    Map.of("begin", history.begin(), "end", history.end()));
        }
    }
}
