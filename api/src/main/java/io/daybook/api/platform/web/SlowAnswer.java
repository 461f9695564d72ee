package io.daybook.api.platform.web;

import io.daybook.api.platform.HttpSettings;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import tools.jackson.databind.json.JsonMapper;

import java.time.Duration;

/**
 * Answers JSON however long that takes: until the answer is there a line break is sent now and
 * then, which JSON allows before a value, so that neither our own limit nor a proxy hangs up. What
 * fails before the first of them is a problem as ever; what fails later breaks the answer off, and
 * nobody can take half of it for the whole.
 */
public final class SlowAnswer {

    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(10);

    private final JsonMapper json;
    private final Duration silence;

    SlowAnswer(JsonMapper json, HttpSettings settings) {
        this.json = json;
        Duration half = settings.longestRequest().dividedBy(2);
        this.silence = half.compareTo(LONGEST_SILENCE) < 0 ? half : LONGEST_SILENCE;
    }

    /** Sends an answer as soon as it is there, and signs of life before. */
    public Mono<Void> write(ServerHttpResponse response, Mono<?> answer) {
        response.getHeaders().setContentType(MediaType.APPLICATION_JSON);
        Flux<DataBuffer> body =
                answer.map(json::writeValueAsBytes)
                        .flux()
                        .publish(
                                bytes ->
                                        Flux.merge(
                                                bytes,
                                                Flux.interval(silence)
                                                        .onBackpressureDrop()
                                                        .map(tick -> new byte[] {'\n'})
                                                        .takeUntilOther(bytes)))
                        .map(DefaultDataBufferFactory.sharedInstance::wrap);
        return response.writeAndFlushWith(body.map(Mono::just));
    }
}
