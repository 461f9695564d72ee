package io.daybook.api.platform;

import io.daybook.messages.Refusal;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;

import reactor.core.publisher.Mono;

import java.util.function.Function;

/** Answers to writes: each bears the position of what happened, for the reads that follow. */
public final class Answers {

    private Answers() {}

    /** 204. */
    public static Mono<ResponseEntity<Void>> nothing(
            Mono<? extends Written<? extends @Nullable Object>> write) {
        return write.map(done -> at(HttpStatus.NO_CONTENT, done.position()).build());
    }

    /** 202 with a body that does not depend on the answer. */
    public static <B> Mono<ResponseEntity<B>> accepted(
            Mono<? extends Written<? extends @Nullable Object>> write, B body) {
        return write.map(done -> at(HttpStatus.ACCEPTED, done.position()).body(body));
    }

    /** 200 with a body made of the answer. */
    public static <R extends @Nullable Object, B> Mono<ResponseEntity<B>> ok(
            Mono<Written<R>> write, Function<R, B> body) {
        return write.map(
                done -> at(HttpStatus.OK, done.position()).body(body.apply(done.answer())));
    }

    /** A builder that bears the position, for any other answer. */
    public static ResponseEntity.BodyBuilder at(HttpStatusCode status, long position) {
        ResponseEntity.BodyBuilder builder = ResponseEntity.status(status);
        return position < 0 ? builder : builder.header(Position.HEADER, Long.toString(position));
    }

    /** What was written is not among what was read: the read model could not take it in. */
    public static Refusal notShown() {
        return new Refusal(
                Refusal.Kind.CONFLICT,
                "read-model-behind",
                "What was just changed is stored but cannot be shown. An administrator finds the"
                        + " reason among the dead letters.");
    }
}
