package io.daybook.api.connections;

import io.daybook.api.mcp.ToolFailure;
import io.daybook.api.platform.ProblemException;

import org.springframework.http.HttpStatus;

import java.util.Map;

/** Tells why a connection or a call on it failed. */
final class ConnectionProblems {

    private ConnectionProblems() {}

    static Throwable of(Throwable failure) {
        return failure instanceof ToolFailure known ? problem(known) : failure;
    }

    private static ProblemException problem(ToolFailure failure) {
        String sentence = String.valueOf(failure.getMessage());
        return switch (failure.reason()) {
            case "connection-not-found" ->
                    new ProblemException(HttpStatus.NOT_FOUND, "connection-not-found", sentence);
            case "too-many-calls" ->
                    new ProblemException(
                            HttpStatus.TOO_MANY_REQUESTS, "too-many-requests", sentence);
            default ->
                    new ProblemException(
                            HttpStatus.UNPROCESSABLE_CONTENT,
                            "connection-failed",
                            sentence,
                            Map.of("reason", failure.reason()));
        };
    }
}
