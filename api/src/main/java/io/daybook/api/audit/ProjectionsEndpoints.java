package io.daybook.api.audit;

import io.daybook.api.platform.Answers;
import io.daybook.api.platform.Caller;
import io.daybook.api.platform.Commands;
import io.daybook.api.platform.Needs;
import io.daybook.api.platform.Page;
import io.daybook.api.platform.Permission;
import io.daybook.api.platform.Queries;
import io.daybook.api.platform.security.CallerAuthentication;
import io.daybook.api.platform.security.SignedIn;
import io.daybook.messages.Refusal;
import io.daybook.messages.audit.DifferencesOf;
import io.daybook.messages.audit.ProjectionList;
import io.daybook.messages.audit.ProjectionStatus;
import io.daybook.messages.audit.ProjectionStatuses;
import io.daybook.messages.audit.RebuildProjection;
import io.daybook.messages.audit.RowDifference;
import io.daybook.messages.audit.RowDifferences;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;

/** The read models, for administrators: how far each has read, and building one anew. */
@RestController
@RequestMapping("/api/admin/projections")
public class ProjectionsEndpoints {

    private static final Duration PACE = Duration.ofMillis(500);

    private final Commands commands;
    private final Queries queries;
    private final SignedIn signedIn;

    public ProjectionsEndpoints(Commands commands, Queries queries, SignedIn signedIn) {
        this.commands = commands;
        this.queries = queries;
        this.signedIn = signedIn;
    }

    /** How every projection stands. */
    @GetMapping
    @Needs(Permission.PROJECTIONS_MANAGE)
    public Mono<Page<ProjectionResource>> list() {
        return queries.ask(new ProjectionStatuses(), ProjectionList.class)
                .map(
                        list ->
                                new Page<>(
                                        list.items().stream().map(ProjectionResource::of).toList(),
                                        null));
    }

    /**
     * The same as server-sent events ({@code progress}), sent whenever something moved, at most
     * twice a second. The stream ends with the session or its token; then the client connects
     * again.
     */
    @GetMapping(path = "/progress", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Needs(Permission.PROJECTIONS_MANAGE)
    public Flux<ServerSentEvent<Page<ProjectionResource>>> progress(
            CallerAuthentication authentication) {
        return whenever(list(), authentication);
    }

    /** The same of one projection. */
    @GetMapping(path = "/{name}/progress", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Needs(Permission.PROJECTIONS_MANAGE)
    public Flux<ServerSentEvent<ProjectionResource>> progressOf(
            CallerAuthentication authentication, @PathVariable String name) {
        return whenever(projection(name).map(ProjectionResource::of), authentication);
    }

    private <T> Flux<ServerSentEvent<T>> whenever(
            Mono<T> look, CallerAuthentication authentication) {
        Flux<T> seen =
                Flux.interval(Duration.ZERO, PACE)
                        .onBackpressureDrop()
                        .concatMap(tick -> look)
                        .distinctUntilChanged();
        return signedIn.limit(seen, authentication)
                .map(one -> ServerSentEvent.<T>builder().event("progress").data(one).build());
    }

    /**
     * How a rebuild that waits for a decision differs from the live generation: up to five rows of
     * each table, and the columns that differ, as they are now.
     */
    @GetMapping("/{name}/differences")
    @Needs(Permission.PROJECTIONS_MANAGE)
    public Mono<Page<RowDifference>> differences(@PathVariable String name) {
        return projection(name)
                .flatMap(found -> queries.ask(new DifferencesOf(name), RowDifferences.class))
                .map(found -> new Page<>(found.items(), null));
    }

    /**
     * Builds a projection anew from the log beside the live one, which stays readable until both
     * are even.
     */
    @PostMapping("/{name}/rebuild")
    @Needs(Permission.PROJECTIONS_MANAGE)
    public Mono<ResponseEntity<Void>> rebuild(
            @AuthenticationPrincipal Caller caller, @PathVariable String name) {
        return projection(name)
                .flatMap(
                        found ->
                                commands.send(
                                        new RebuildProjection(id(name), name), caller.actor()))
                .map(done -> Answers.at(HttpStatus.ACCEPTED, done.position()).build());
    }

    /**
     * Orders something for a rebuild (pause, resume, cancel, accept it although it differs) or for
     * the generation before (return to it, drop it).
     */
    @PostMapping("/{name}/{order:pause|resume|cancel|accept|return|drop}")
    @Needs(Permission.PROJECTIONS_MANAGE)
    public Mono<ResponseEntity<Void>> order(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String name,
            @PathVariable String order) {
        return projection(name)
                .map(found -> GenerationOrderKind.of(order).on(id(name), found))
                .flatMap(command -> commands.send(command, caller.actor()))
                .map(done -> Answers.at(HttpStatus.ACCEPTED, done.position()).build());
    }

    private Mono<ProjectionStatus> projection(String name) {
        return queries.ask(new ProjectionStatuses(), ProjectionList.class)
                .flatMapIterable(ProjectionList::items)
                .filter(one -> one.name().equals(name))
                .next()
                .switchIfEmpty(
                        Mono.error(
                                () ->
                                        new Refusal(
                                                Refusal.Kind.NOT_FOUND,
                                                "projection-not-found",
                                                "There is no projection of this name.")));
    }

    // A projection is known by its name; its aggregate needs an identifier that is always the same.
    private static UUID id(String name) {
        return UUID.nameUUIDFromBytes(("projection/" + name).getBytes(StandardCharsets.UTF_8));
    }
}
