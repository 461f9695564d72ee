package io.daybook.api.audit;

import io.daybook.api.platform.Needs;
import io.daybook.api.platform.Permission;
import io.daybook.api.platform.Queries;
import io.daybook.messages.audit.LogVerdict;
import io.daybook.messages.audit.LogVerification;
import io.daybook.messages.audit.LogVerificationStep;

import jakarta.validation.Valid;

import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import java.time.Duration;
import java.util.List;

/** The proof of the log, for administrators. */
@RestController
@RequestMapping("/api/admin/audit")
public class LogEndpoints {

    private static final Duration PACE = Duration.ofMillis(250);

    private final Queries queries;

    public LogEndpoints(Queries queries) {
        this.queries = queries;
    }

    /**
     * Walks the hash chain over the whole log, compares it with the checkpoints that lie with it
     * and those given, and names the first event that is not what it was. Answers when it is
     * through; a log of more than some ten million events takes longer than an answer may: ask for
     * the events.
     */
    @PostMapping("/verify")
    @Needs(Permission.AUDIT_READ)
    public Mono<LogVerdict> verify(
            @Valid @RequestBody(required = false) @Nullable LogVerificationInput input) {
        return queries.stream(query(input), LogVerificationStep.class)
                .mapNotNull(LogVerificationStep::verdict)
                .next();
    }

    /**
     * The same as server-sent events: {@code progress} some times a second, then {@code verdict}.
     * Who closes the stream stops the walk.
     */
    @PostMapping(path = "/verify", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Needs(Permission.AUDIT_READ)
    public Flux<ServerSentEvent<LogVerificationStep>> watch(
            @Valid @RequestBody(required = false) @Nullable LogVerificationInput input) {
        return queries.stream(query(input), LogVerificationStep.class)
                .sample(PACE)
                .map(
                        step ->
                                ServerSentEvent.<LogVerificationStep>builder()
                                        .event(step.verdict() == null ? "progress" : "verdict")
                                        .data(step)
                                        .build());
    }

    private static LogVerification query(@Nullable LogVerificationInput input) {
        LogVerificationInput given = input == null ? LogVerificationInput.NONE : input;
        return new LogVerification(orNone(given.checkpoints()), orNone(given.keys()));
    }

    private static List<String> orNone(@Nullable List<String> given) {
        return given == null ? List.of() : given;
    }
}
