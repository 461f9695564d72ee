package io.daybook.api.assistant;

import io.daybook.api.assistant.runs.LiveRun;
import io.daybook.api.assistant.runs.Part;
import io.daybook.api.assistant.runs.RunEngine;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.ServerSentEvent;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

import java.time.Duration;

/** Writes parts as server-sent events in the form that the AI SDK's clients read. */
final class RunStreams {

    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    private RunStreams() {}

    static ResponseEntity<Flux<ServerSentEvent<String>>> answer(RunEngine engine, LiveRun run) {
        return ResponseEntity.ok()
                .contentType(MediaType.TEXT_EVENT_STREAM)
                .header("x-vercel-ai-ui-message-stream", "v1")
                .header("Daybook-Run", run.id().toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("X-Accel-Buffering", "no")
                .body(events(engine.listen(run)));
    }

    private static Flux<ServerSentEvent<String>> events(Flux<Part> parts) {
        return Flux.defer(
                () -> {
                    Sinks.Empty<Void> ended = Sinks.empty();
                    Flux<ServerSentEvent<String>> told =
                            parts.map(part -> ServerSentEvent.builder(part.json()).build())
                                    .concatWithValues(ServerSentEvent.builder("[DONE]").build())
                                    .doFinally(signal -> ended.tryEmitEmpty());
                    Flux<ServerSentEvent<String>> beats =
                            Flux.interval(HEARTBEAT)
                                    .map(
                                            tick ->
                                                    ServerSentEvent.<String>builder()
                                                            .comment("still here")
                                                            .build())
                                    .onBackpressureDrop()
                                    .takeUntilOther(ended.asMono());
                    return told.mergeWith(beats);
                });
    }
}
