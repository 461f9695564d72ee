package io.daybook.api.assistant;

import io.daybook.api.assistant.models.Models;
import io.daybook.api.assistant.runs.RunRequest;
import io.daybook.api.platform.Caller;
import io.daybook.api.platform.ProblemException;
import io.daybook.api.platform.Queries;
import io.daybook.messages.connections.ConnectionById;
import io.daybook.messages.connections.DatabaseConnection;
import io.daybook.messages.identity.UserProfile;
import io.daybook.messages.identity.UserProfileById;
import io.daybook.messages.projects.Project;
import io.daybook.messages.projects.ProjectById;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

import reactor.core.publisher.Mono;

import java.util.UUID;

/** Makes of a body what the engine runs: whose connection, which model; refuses what cannot be. */
final class Targets {

    private static final int LONGEST = 4_000;

    private final Queries queries;
    private final Models models;

    Targets(Queries queries, Models models) {
        this.queries = queries;
        this.models = models;
    }

    /** Refuses at once what can be seen without asking anybody. */
    void check(RunBody body) {
        boolean question = body.question() != null && !body.question().isBlank();
        boolean sql = body.sql() != null && !body.sql().isBlank();
        if (question == sql) {
            throw invalid("question-missing", "Ask a question or give a statement, one of them.");
        }
        if (text(body).length() > LONGEST) {
            throw invalid(
                    "question-length", "A question has between 1 and " + LONGEST + " characters.");
        }
        if (body.model() != null && !models.knows(body.model())) {
            throw invalid("unknown-model", "There is no such model. GET /api/models lists them.");
        }
    }

    Mono<RunRequest> request(UUID runId, Caller caller, RunBody body, @Nullable Long position) {
        String model =
                body.sql() != null
                        ? RunRequest.SQL
                        : body.model() != null ? body.model() : models.usual();
        return connection(caller, body.connectionId(), position)
                .flatMap(
                        connection ->
                                project(caller, body.projectId(), position).thenReturn(connection))
                .map(
                        connection ->
                                new RunRequest(
                                        runId,
                                        caller,
                                        connection,
                                        body.projectId(),
                                        text(body),
                                        model));
    }

    private static String text(RunBody body) {
        String text = body.sql() != null ? body.sql() : body.question();
        return text == null ? "" : text.strip();
    }

    private Mono<UUID> connection(Caller caller, @Nullable UUID wanted, @Nullable Long position) {
        if (wanted == null) {
            return queries.ask(new UserProfileById(caller.userId()), UserProfile.class, position)
                    .mapNotNull(UserProfile::selectedConnectionId)
                    .switchIfEmpty(
                            Mono.error(
                                    () ->
                                            new ProblemException(
                                                    HttpStatus.CONFLICT,
                                                    "no-connection-selected",
                                                    "Connect a database first, or choose one of"
                                                            + " yours.")))
                    .flatMap(selected -> connection(caller, selected, position));
        }
        return queries.ask(
                        new ConnectionById(wanted, caller.userId()),
                        DatabaseConnection.class,
                        position)
                .map(DatabaseConnection::connectionId)
                .switchIfEmpty(
                        Mono.error(
                                () ->
                                        notFound(
                                                "connection-not-found",
                                                "There is no such connection.")));
    }

    private Mono<Void> project(Caller caller, @Nullable UUID wanted, @Nullable Long position) {
        if (wanted == null) {
            return Mono.empty();
        }
        return queries.ask(new ProjectById(wanted, caller.userId()), Project.class, position)
                .switchIfEmpty(
                        Mono.error(
                                () -> notFound("project-not-found", "There is no such project.")))
                .then();
    }

    private static ProblemException invalid(String type, String detail) {
        return new ProblemException(HttpStatus.UNPROCESSABLE_CONTENT, type, detail);
    }

    static ProblemException notFound(String type, String detail) {
        return new ProblemException(HttpStatus.NOT_FOUND, type, detail);
    }
}
