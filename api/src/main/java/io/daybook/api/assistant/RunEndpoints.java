package io.daybook.api.assistant;

import io.daybook.api.assistant.runs.LiveRun;
import io.daybook.api.assistant.runs.Part;
import io.daybook.api.assistant.runs.RunEngine;
import io.daybook.api.assistant.runs.RunRequest;
import io.daybook.api.platform.Caller;
import io.daybook.api.platform.Commands;
import io.daybook.api.platform.Needs;
import io.daybook.api.platform.Page;
import io.daybook.api.platform.Permission;
import io.daybook.api.platform.Position;
import io.daybook.api.platform.Queries;
import io.daybook.messages.assistant.CancelQuestion;
import io.daybook.messages.assistant.Run;
import io.daybook.messages.assistant.RunById;
import io.daybook.messages.assistant.RunPage;
import io.daybook.messages.assistant.RunStatus;
import io.daybook.messages.assistant.RunsOfUser;
import io.daybook.platform.Identifiers;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Questions: asked, streamed, joined, stopped, remembered. */
@RestController
@RequestMapping("/api/runs")
final class RunEndpoints {

    /** A problem that shows this soon is answered as one; a later one is told in the stream. */
    private static final Duration SOON = Duration.ofMillis(120);

    private static final int MOST = 200;

    private final RunEngine engine;
    private final Targets targets;
    private final Queries queries;
    private final Commands commands;

    RunEndpoints(RunEngine engine, Targets targets, Queries queries, Commands commands) {
        this.engine = engine;
        this.targets = targets;
        this.queries = queries;
        this.commands = commands;
    }

    /** Asks; the answer streams in the AI SDK's UI message stream. */
    @PostMapping
    @Needs(Permission.RUNS_USE)
    Mono<ResponseEntity<Flux<ServerSentEvent<String>>>> ask(
            @AuthenticationPrincipal Caller caller, @RequestBody RunBody body, Position position) {
        targets.check(body);
        UUID id = Identifiers.forNew();
        Mono<RunRequest> request = targets.request(id, caller, body, position.value()).cache();
        return request.then()
                .timeout(SOON, Mono.empty())
                .then(
                        Mono.fromSupplier(
                                () ->
                                        RunStreams.answer(
                                                engine, engine.start(id, caller, request))));
    }

    /** Own questions, newest first. */
    @GetMapping
    @Needs(Permission.RUNS_USE)
    Mono<Page<RunItem>> list(
            @AuthenticationPrincipal Caller caller,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor,
            Position position) {
        RunsOfUser query = new RunsOfUser(caller.userId(), Math.clamp(limit, 1, MOST), cursor);
        return queries.ask(query, RunPage.class, position.value())
                .map(
                        page ->
                                new Page<>(
                                        page.items().stream().map(RunItem::of).toList(),
                                        page.nextCursor()));
    }

    /** One question with its parts; the rows only while this node remembers them. */
    @GetMapping("/{id}")
    @Needs(Permission.RUNS_USE)
    Mono<RunItem> get(
            @AuthenticationPrincipal Caller caller, @PathVariable UUID id, Position position) {
        return run(id, caller, atLeast(id, caller, position))
                .map(run -> RunItem.of(run, parts(run, caller)));
    }

    /** Joins a run: what has come so far and the rest; 204 when this node does not remember it. */
    @GetMapping("/{id}/stream")
    @Needs(Permission.RUNS_USE)
    Mono<ResponseEntity<Flux<ServerSentEvent<String>>>> join(
            @AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
        return Mono.justOrEmpty(engine.find(id, caller.userId()))
                .map(run -> RunStreams.answer(engine, run))
                .switchIfEmpty(
                        run(id, caller, Position.ANY)
                                .map(run -> ResponseEntity.noContent().build()));
    }

    /** Stops a run, down to the statement in the database; one that has ended stays as it is. */
    @DeleteMapping("/{id}")
    @Needs(Permission.RUNS_USE)
    Mono<ResponseEntity<Void>> stop(@AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
        Mono<ResponseEntity<Void>> done = Mono.just(ResponseEntity.noContent().build());
        LiveRun live = engine.find(id, caller.userId()).orElse(null);
        if (live != null) {
            engine.stop(live);
            return done;
        }
        return run(id, caller, Position.ANY)
                .flatMap(
                        run ->
                                run.status() == RunStatus.RUNNING
                                        ? commands.send(new CancelQuestion(id, 0), caller.actor())
                                                .then(done)
                                        : done);
    }

    private Mono<Run> run(UUID id, Caller caller, Position position) {
        return queries.ask(new RunById(id, caller.userId()), Run.class, position.value())
                .switchIfEmpty(
                        Mono.error(
                                () ->
                                        Targets.notFound(
                                                "run-not-found", "There is no such question.")));
    }

    /** What this node itself has written of a run is seen by whoever reads it here. */
    private Position atLeast(UUID id, Caller caller, Position position) {
        long written = engine.find(id, caller.userId()).map(LiveRun::position).orElse(-1L);
        Long seen = position.value();
        return seen == null || seen < written
                ? new Position(written < 0 ? seen : Long.valueOf(written))
                : position;
    }

    private List<Map<String, @Nullable Object>> parts(Run run, Caller caller) {
        List<Part> parts =
                engine.find(run.runId(), caller.userId())
                        .map(LiveRun::parts)
                        .orElseGet(
                                () ->
                                        Part.kept(
                                                run.runId(),
                                                run.statement(),
                                                RunItem.chart(run.chart()),
                                                run.answer(),
                                                run.error()));
        return parts.stream().map(Part::fields).toList();
    }
}
