package io.daybook.api.audit;

import io.daybook.api.platform.Answers;
import io.daybook.api.platform.Caller;
import io.daybook.api.platform.Commands;
import io.daybook.api.platform.Needs;
import io.daybook.api.platform.Page;
import io.daybook.api.platform.Permission;
import io.daybook.api.platform.Queries;
import io.daybook.messages.Refusal;
import io.daybook.messages.audit.DeadLetter;
import io.daybook.messages.audit.DeadLetterOf;
import io.daybook.messages.audit.DeadLetterPage;
import io.daybook.messages.audit.DeadLetters;
import io.daybook.messages.audit.RetryDeadLetters;
import io.daybook.messages.audit.SkipDeadLetter;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import reactor.core.publisher.Mono;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Events that a projection or an automation could not take in, for administrators. */
@RestController
@RequestMapping("/api/admin/dead-letters")
public class DeadLettersEndpoints {

    private final Commands commands;
    private final Queries queries;

    public DeadLettersEndpoints(Commands commands, Queries queries) {
        this.commands = commands;
        this.queries = queries;
    }

    /** The first parked event of each thing in each processing group, the oldest events first. */
    @GetMapping
    @Needs(Permission.PROJECTIONS_MANAGE)
    public Mono<Page<DeadLetter>> list(
            @RequestParam(required = false) @Nullable String group,
            @RequestParam(defaultValue = Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return queries.ask(new DeadLetters(group, limit, cursor), DeadLetterPage.class)
                .map(page -> new Page<>(page.items(), page.nextCursor()));
    }

    /** Has a processing group try the parked events of one thing again, in their order. */
    @PostMapping("/retry")
    @Needs(Permission.PROJECTIONS_MANAGE)
    public Mono<ResponseEntity<Void>> retry(
            @AuthenticationPrincipal Caller caller, @Valid @RequestBody DeadLetterRetry input) {
        return head(input.group(), input.sequence())
                .flatMap(
                        head ->
                                commands.send(
                                        new RetryDeadLetters(
                                                id(head.group()), head.group(), head.sequence()),
                                        caller.actor()))
                .map(done -> Answers.at(HttpStatus.ACCEPTED, done.position()).build());
    }

    /**
     * Has a processing group pass over the first parked event of one thing, for a reason, and try
     * those behind it.
     */
    @PostMapping("/skip")
    @Needs(Permission.PROJECTIONS_MANAGE)
    public Mono<ResponseEntity<Void>> skip(
            @AuthenticationPrincipal Caller caller, @Valid @RequestBody DeadLetterSkip input) {
        return head(input.group(), input.sequence())
                .filter(head -> head.eventId().equals(input.eventId()))
                .switchIfEmpty(
                        Mono.error(
                                () ->
                                        new Refusal(
                                                Refusal.Kind.CONFLICT,
                                                "not-the-first",
                                                "Another event stands first by now.")))
                .flatMap(
                        head ->
                                commands.send(
                                        new SkipDeadLetter(
                                                id(head.group()),
                                                head.group(),
                                                head.sequence(),
                                                head.eventId(),
                                                input.reason()),
                                        caller.actor()))
                .map(done -> Answers.at(HttpStatus.ACCEPTED, done.position()).build());
    }

    private Mono<DeadLetter> head(String group, UUID sequence) {
        return queries.ask(new DeadLetterOf(group, sequence), DeadLetter.class)
                .switchIfEmpty(
                        Mono.error(
                                () ->
                                        new Refusal(
                                                Refusal.Kind.NOT_FOUND,
                                                "dead-letter-not-found",
                                                "Nothing of this is parked there.")));
    }

    // A group is known by its name; its aggregate needs an identifier that is always the same.
    private static UUID id(String group) {
        return UUID.nameUUIDFromBytes(("group/" + group).getBytes(StandardCharsets.UTF_8));
    }
}
