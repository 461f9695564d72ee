package io.daybook.api.mcp.postgres;

import io.daybook.api.mcp.ConnectionsSettings;
import io.daybook.api.mcp.ToolFailure;
import io.daybook.api.mcp.ToolResult;

import reactor.core.publisher.Mono;

import java.util.Objects;
import java.util.function.Supplier;

/**
 * Runs somebody else's statement so that it can only read: a READ ONLY transaction with time-outs,
 * the plan judged before anything runs, a cursor, fetches up to the caps.
 */
final class StatementRun {

    private static final int LONGEST = 100_000;

    private final ConnectionsSettings settings;
    private final Supplier<Mono<DangerousNames>> dangers;

    StatementRun(ConnectionsSettings settings, Supplier<Mono<DangerousNames>> dangers) {
        this.settings = settings;
        this.dangers = dangers;
    }

    /** The rows of a statement; the session still has to be cleaned. */
    Mono<ToolResult> in(PostgresSession session, String statement, int maxRows) {
        long started = System.nanoTime();
        if (statement.isBlank() || statement.length() > LONGEST || statement.indexOf('\0') >= 0) {
            return Mono.error(
                    new ToolFailure(
                            "invalid-arguments",
                            "A statement has between 1 and " + LONGEST + " characters."));
        }
        return dangers.get()
                .flatMap(names -> judge(session, statement, names))
                .flatMap(
                        plan ->
                                gather(
                                        session,
                                        statement,
                                        Math.min(maxRows, settings.maxRows()),
                                        plan))
                .map(answer -> answer.result((System.nanoTime() - started) / 1_000_000));
    }

    private Mono<PlanReading> judge(
            PostgresSession session, String statement, DangerousNames names) {
        names.check(new StatementScanner(statement));
        return session.begin(settings.statementTimeout()).then(plan(session, statement, names));
    }

    private static Mono<PlanReading> plan(
            PostgresSession session, String statement, DangerousNames names) {
        return session.say(ReadOnly.explain(statement))
                .map(explained -> PlanReading.of(Objects.requireNonNull(explained.single())))
                .doOnNext(names::check);
    }

    private Mono<Gathering> gather(
            PostgresSession session, String statement, int maxRows, PlanReading plan) {
        Gathering answer = new Gathering(maxRows, settings.maxBytes(), plan.width());
        return session.say(ReadOnly.declare(statement))
                .then(Mono.defer(() -> fetch(session, answer)))
                .then(Mono.defer(() -> describe(session, statement, answer)))
                .thenReturn(answer);
    }

    private static Mono<Void> fetch(PostgresSession session, Gathering answer) {
        int asked = answer.next();
        return session.read(ReadOnly.fetch(asked))
                .flatMap(
                        fetched -> {
                            answer.add(fetched, asked);
                            return answer.done() ? Mono.empty() : fetch(session, answer);
                        });
    }

    /**
     * The driver tells the columns with the first row only: without rows they are asked for, and
     * the text that asks passes the same judgement since it contains the statement.
     */
    private Mono<Void> describe(PostgresSession session, String statement, Gathering answer) {
        if (!answer.withoutColumns()) {
            return Mono.empty();
        }
        String asking = ReadOnly.columnsOf(statement);
        return session.read("CLOSE " + ReadOnly.CURSOR)
                .then(dangers.get())
                .flatMap(names -> plan(session, asking, names))
                .then(session.say(ReadOnly.declare(asking)))
                .then(session.read(ReadOnly.fetch(1)))
                .doOnNext(answer::describe)
                .onErrorComplete()
                .then();
    }
}
