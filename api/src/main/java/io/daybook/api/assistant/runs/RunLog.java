package io.daybook.api.assistant.runs;

import io.daybook.api.platform.Commands;
import io.daybook.api.platform.Written;
import io.daybook.messages.Actor;
import io.daybook.messages.assistant.AnswerQuestion;
import io.daybook.messages.assistant.AskQuestion;
import io.daybook.messages.assistant.CancelQuestion;
import io.daybook.messages.assistant.FailQuestion;

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

    long asked(RunRequest request) {
        return send(
                new AskQuestion(
                        request.runId(),
                        request.connectionId(),
                        request.projectId(),
                        request.question(),
                        request.model()),
                request.caller().actor());
    }

    long answered(UUID run, Actor actor, Answer answer, long millis) {
        @Nullable String chart =
                answer.chart() == null ? null : JSON.writeValueAsString(answer.chart());
        return send(
                new AnswerQuestion(
                        run, answer.statement(), answer.words(), chart, answer.rows(), millis),
                actor);
    }

    /** Closes a run as failed, also one that another process left open. */
    public long failed(UUID run, Actor actor, String reason, String message, long millis) {
        return send(new FailQuestion(run, reason, message, millis), actor);
    }

    long cancelled(UUID run, Actor actor, long millis) {
        return send(new CancelQuestion(run, millis), actor);
    }

    /** The position of what happened, -1 when nothing did. */
    private long send(Object command, Actor actor) {
        Written<@Nullable Object> written = commands.send(command, actor).block(PATIENCE);
        return written == null ? -1 : written.position();
    }
}
