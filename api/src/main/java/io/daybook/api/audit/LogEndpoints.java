package io.daybook.api.audit;

import io.daybook.api.platform.Needs;
import io.daybook.api.platform.Permission;
import io.daybook.api.platform.Queries;
import io.daybook.api.platform.security.CallerAuthentication;
import io.daybook.api.platform.security.SignedIn;
import io.daybook.api.platform.web.SlowAnswer;
import io.daybook.messages.audit.LogVerdict;
import io.daybook.messages.audit.LogVerification;
import io.daybook.messages.audit.LogVerificationStep;
import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;

import jakarta.validation.Valid;

import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.http.server.reactive.ServerHttpResponse;
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
    private final SlowAnswer slowly;
    private final SignedIn signedIn;

    public LogEndpoints(Queries queries, SlowAnswer slowly, SignedIn signedIn) {
        this.queries = queries;
        this.slowly = slowly;
        this.signedIn = signedIn;
    }

    /**
     * Walks the hash chain over the whole log, compares it with the checkpoints that lie with it
     * and those given, and names the first event that is not what it was. Answers when it is
     * through, with line breaks before the answer as long as it is not; who wants to see how far it
     * is asks for the events. Who hangs up stops the walk.
     */
    @PostMapping("/verify")
    @Needs(Permission.AUDIT_READ)
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = LogVerdict.class)))
    public Mono<Void> verify(
            @Valid @RequestBody(required = false) @Nullable LogVerificationInput input,
            ServerHttpResponse response) {
        return slowly.write(
                response,
                queries.stream(query(input), LogVerificationStep.class)
                        .mapNotNull(LogVerificationStep::verdict)
                        .next());
    }

    /**
     * The same as server-sent events: {@code progress} some times a second, then {@code verdict}.
     * Who closes the stream stops the walk, and so does the end of the session or of its token.
     */
    @Hidden
    @PostMapping(path = "/verify", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Needs(Permission.AUDIT_READ)
    public Flux<ServerSentEvent<LogVerificationStep>> watch(
            CallerAuthentication authentication,
            @Valid @RequestBody(required = false) @Nullable LogVerificationInput input) {
        Flux<LogVerificationStep> steps =
                queries.stream(query(input), LogVerificationStep.class).sample(PACE);
        return signedIn.limit(steps, authentication)
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
