package io.daybook.api.assistant.runs;

import io.daybook.api.platform.Commands;
import io.daybook.api.platform.RequestOrigin;
import io.daybook.api.platform.Written;
import io.daybook.messages.Actor;
import io.daybook.messages.assistant.AnswerQuestion;
import io.daybook.messages.assistant.AskQuestion;
import io.daybook.messages.assistant.CancelQuestion;
import io.daybook.messages.assistant.FailQuestion;
import io.daybook.platform.bus.Origin;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.json.JsonMapper;

import java.time.Duration;
import java.util.UUID;

/** Writes what happens to a run into the log; blocks its (virtual) thread, for a bounded time. */
public final class RunLog {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Commands commands;

    public RunLog(Commands commands) {
        this.commands = commands;
    }

    Written<@Nullable Object> asked(RunRequest request) {
        return send(
                Origin.of(request.runId()),
                new AskQuestion(
                        request.runId(),
                        request.connectionId(),
                        request.projectId(),
                        request.question(),
                        request.model()),
                request.caller().actor());
    }

    long answered(Origin origin, UUID run, Actor actor, Answer answer, long millis) {
        @Nullable String chart =
                answer.chart() == null ? null : JSON.writeValueAsString(answer.chart());
        return send(
                        origin,
                        new AnswerQuestion(
                                run,
                                answer.statement(),
                                answer.words(),
                                chart,
                                answer.rows(),
                                millis),
                        actor)
                .position();
    }

    /** Closes a run as failed, also one that another process left open. */
    public long failed(
            Origin origin, UUID run, Actor actor, String reason, String message, long millis) {
        return send(origin, new FailQuestion(run, reason, message, millis), actor).position();
    }

    long cancelled(Origin origin, UUID run, Actor actor, long millis) {
        return send(origin, new CancelQuestion(run, millis), actor).position();
    }

    private Written<@Nullable Object> send(Origin origin, Object command, Actor actor) {
        return commands.send(command, actor)
                .contextWrite(RequestOrigin.is(origin))
                .blockOptional(PATIENCE)
                .orElseThrow();
    }
}
