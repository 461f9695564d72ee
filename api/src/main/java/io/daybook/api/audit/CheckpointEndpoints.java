package io.daybook.api.audit;

import io.daybook.api.platform.Answers;
import io.daybook.api.platform.Caller;
import io.daybook.api.platform.Commands;
import io.daybook.api.platform.Needs;
import io.daybook.api.platform.Page;
import io.daybook.api.platform.Permission;
import io.daybook.api.platform.Queries;
import io.daybook.api.platform.Written;
import io.daybook.messages.Refusal;
import io.daybook.messages.audit.ChangeCheckpointKey;
import io.daybook.messages.audit.LogCheckpoint;
import io.daybook.messages.audit.LogCheckpointPage;
import io.daybook.messages.audit.LogCheckpoints;
import io.daybook.messages.audit.TakeCheckpoint;
import io.daybook.platform.Identifiers;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import reactor.core.publisher.Mono;

import java.util.List;

/** Checkpoints of the log: taking them, keeping them elsewhere, and the keys that sign them. */
@RestController
public class CheckpointEndpoints {

    private final Commands commands;
    private final Queries queries;

    public CheckpointEndpoints(Commands commands, Queries queries) {
        this.commands = commands;
        this.queries = queries;
    }

    /** The name of the log and the public keys of its checkpoints, the one in use first. */
    public record Keys(String origin, List<String> keys) {}

    /** For whoever keeps checkpoints elsewhere: fetch it once and keep it with them. */
    @GetMapping("/.well-known/daybook-checkpoint-keys")
    @Needs(Permission.PUBLIC)
    public Mono<Keys> keys() {
        return page(0, 1).map(page -> new Keys(page.origin(), page.keys()));
    }

    /** The checkpoints that were taken, newest first. */
    @GetMapping("/api/admin/audit/checkpoints")
    @Needs(Permission.AUDIT_READ)
    public Mono<Page<LogCheckpoint>> list(
            @RequestParam(defaultValue = Page.DEFAULT_LIMIT) @Min(1) @Max(Page.MAX_LIMIT) int limit,
            @RequestParam(required = false) @Nullable Long cursor) {
        return page(cursor == null ? Long.MAX_VALUE : cursor, limit)
                .map(
                        page ->
                                new Page<>(
                                        page.items(),
                                        page.items().size() < limit
                                                ? null
                                                : Long.toString(page.items().getLast().events())));
    }

    /** One checkpoint as a file: a signed note. */
    @GetMapping(
            path = "/api/admin/audit/checkpoints/{events}",
            produces = MediaType.TEXT_PLAIN_VALUE)
    @Needs(Permission.AUDIT_READ)
    public Mono<ResponseEntity<String>> download(@PathVariable long events) {
        return one(events)
                .map(
                        checkpoint ->
                                ResponseEntity.ok()
                                        .header(
                                                HttpHeaders.CONTENT_DISPOSITION,
                                                ContentDisposition.attachment()
                                                        .filename(
                                                                "daybook-checkpoint-%d.txt"
                                                                        .formatted(events))
                                                        .build()
                                                        .toString())
                                        .body(checkpoint.note()));
    }

    /** Signs the log as it is now. */
    @PostMapping("/api/admin/audit/checkpoints")
    @Needs(Permission.LOG_SIGN)
    public Mono<ResponseEntity<LogCheckpoint>> take(@AuthenticationPrincipal Caller caller) {
        return answer(commands.send(new TakeCheckpoint(Identifiers.next()), caller.actor()));
    }

    /** Lets another key sign from now on; the old one vouches for it on one last checkpoint. */
    @PostMapping("/api/admin/audit/checkpoints/key")
    @Needs(Permission.LOG_SIGN)
    public Mono<ResponseEntity<LogCheckpoint>> changeKey(@AuthenticationPrincipal Caller caller) {
        return answer(commands.send(new ChangeCheckpointKey(Identifiers.next()), caller.actor()));
    }

    private Mono<ResponseEntity<LogCheckpoint>> answer(Mono<Written<@Nullable Long>> write) {
        return write.flatMap(
                done ->
                        Mono.justOrEmpty(done.answer())
                                .flatMap(this::one)
                                .map(Answers.at(HttpStatus.CREATED, done.position())::body));
    }

    private Mono<LogCheckpoint> one(long events) {
        return page(events + 1, 1)
                .flatMap(page -> Mono.justOrEmpty(page.items().stream().findFirst()))
                .filter(checkpoint -> checkpoint.events() == events)
                .switchIfEmpty(
                        Mono.error(
                                () ->
                                        new Refusal(
                                                Refusal.Kind.NOT_FOUND,
                                                "checkpoint-not-found",
                                                "There is no checkpoint of so many events.")));
    }

    private Mono<LogCheckpointPage> page(long below, int limit) {
        return queries.ask(new LogCheckpoints(below, limit), LogCheckpointPage.class);
    }
}
