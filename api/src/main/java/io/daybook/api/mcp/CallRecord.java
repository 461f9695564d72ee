package io.daybook.api.mcp;

import io.daybook.api.platform.Caller;
import io.daybook.api.platform.Commands;
import io.daybook.api.platform.RequestOrigin;
import io.daybook.messages.connections.DatabaseConnection;
import io.daybook.messages.connections.RecordToolAnswer;
import io.daybook.messages.connections.RecordToolCall;
import io.daybook.messages.connections.RecordToolFailure;
import io.daybook.platform.Identifiers;
import io.daybook.platform.bus.Origin;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import reactor.core.publisher.Mono;

import tools.jackson.databind.json.JsonMapper;

import java.util.Map;
import java.util.UUID;

/** Writes into the log that a tool is called and how that ended; never what it answered. */
final class CallRecord {

    private static final Logger LOG = LoggerFactory.getLogger(CallRecord.class);
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int LONGEST_ARGUMENTS = 8_000;

    private final Commands commands;
    private final Caller caller;
    private final UUID callId = Identifiers.forNew();
    private final long started = System.nanoTime();
    private volatile Origin origin = Origin.of(callId);

    CallRecord(Commands commands, Caller caller) {
        this.commands = commands;
        this.caller = caller;
    }

    /** Nothing is called that was not recorded before. */
    Mono<CallRecord> begin(
            DatabaseConnection connection,
            @Nullable UUID runId,
            String tool,
            Map<String, Object> arguments) {
        RecordToolCall command =
                new RecordToolCall(callId, connection.connectionId(), runId, tool, text(arguments));
        return RequestOrigin.or(origin)
                .flatMap(
                        known ->
                                commands.send(command, caller.actor())
                                        .contextWrite(RequestOrigin.is(known))
                                        .doOnNext(done -> origin = known.because(done.event())))
                .thenReturn(this);
    }

    Mono<Void> answered(ToolResult result) {
        return said(new RecordToolAnswer(callId, result.rows().size(), result.bytes(), millis()));
    }

    Mono<Void> failed(Throwable failure) {
        return failure instanceof ToolFailure known
                ? said(failure(known.reason(), String.valueOf(known.getMessage())))
                : said(failure("broken", "The call broke."));
    }

    Mono<Void> cancelled() {
        return said(failure("cancelled", "Nobody waits for the answer any more."));
    }

    long millis() {
        return (System.nanoTime() - started) / 1_000_000;
    }

    private RecordToolFailure failure(String reason, String message) {
        return new RecordToolFailure(callId, reason, message, millis());
    }

    /** The caller has their answer even when its end could not be written. */
    private Mono<Void> said(Object command) {
        return commands.send(command, caller.actor())
                .contextWrite(RequestOrigin.is(origin))
                .onErrorResume(
                        failure -> {
                            LOG.warn(
                                    "The end of a call could not be recorded: {}",
                                    failure.toString());
                            return Mono.empty();
                        })
                .then();
    }

    private static String text(Map<String, Object> arguments) {
        String json = JSON.writeValueAsString(arguments);
        return json.length() > LONGEST_ARGUMENTS
                ? json.substring(0, LONGEST_ARGUMENTS) + "…"
                : json;
    }
}
