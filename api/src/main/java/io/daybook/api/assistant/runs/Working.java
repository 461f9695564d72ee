package io.daybook.api.assistant.runs;

import io.daybook.api.assistant.runs.LiveRun.End;
import io.daybook.api.mcp.ToolFailure;
import io.daybook.api.mcp.ToolGateway;
import io.daybook.api.platform.Caller;
import io.daybook.api.platform.ProblemException;
import io.daybook.messages.Refusal;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import reactor.core.publisher.Mono;

import java.time.Duration;
import java.util.function.LongSupplier;

/** One run from the question to its end, on its own thread. One use for one run. */
final class Working {

    private static final Logger LOG = LoggerFactory.getLogger(Working.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final LiveRun run;
    private final Caller caller;
    private final RunLog log;
    private final ToolGateway gateway;
    private final Answerer answerer;
    private final long started = System.nanoTime();

    Working(LiveRun run, Caller caller, RunLog log, ToolGateway gateway, Answerer answerer) {
        this.run = run;
        this.caller = caller;
        this.log = log;
        this.gateway = gateway;
        this.answerer = answerer;
    }

    void work(Mono<RunRequest> asked) {
        boolean begun = false;
        try {
            RunRequest request = asked.block(PATIENCE);
            if (request == null) {
                throw new Unanswered("no-connection", "There is no such connection.");
            }
            begun = true;
            run.asked(log.asked(request));
            Answer answer = answerer.answer(request, new Telling(run, request, gateway));
            run.reached(log.answered(run.origin(), run.id(), caller.actor(), answer, millis()));
            run.emit(Part.finish(run.position()));
        } catch (RuntimeException failure) {
            // the interruption has done its work; what follows must still be written
            boolean interrupted = Thread.interrupted();
            if (begun && !(failure instanceof Refusal)) {
                close(failure, interrupted);
            } else {
                tell(failure);
            }
        }
    }

    private void close(RuntimeException failure, boolean interrupted) {
        End end = run.end();
        if (end == End.STOPPED || end == End.ABANDONED) {
            quietly(() -> log.cancelled(run.origin(), run.id(), caller.actor(), millis()));
            run.emit(Part.plain("abort"));
            return;
        }
        RuntimeException told = end == null ? failure : ended(end);
        if (end == null && interrupted) {
            LOG.warn("A run was interrupted without a reason");
        }
        quietly(
                () ->
                        log.failed(
                                run.origin(),
                                run.id(),
                                caller.actor(),
                                reason(told),
                                message(told),
                                millis()));
        tell(told);
    }

    private void tell(RuntimeException failure) {
        run.emit(Part.error(message(failure)));
        run.emit(Part.finish(run.position()));
    }

    private static Unanswered ended(End end) {
        return end == End.TIMED_OUT
                ? new Unanswered(
                        "timed-out",
                        "This took too long and was stopped. Ask for less, for example a shorter"
                                + " period.")
                : new Unanswered("node-stopped", "Daybook is restarting. Ask again in a moment.");
    }

    private static String reason(RuntimeException failure) {
        return switch (failure) {
            case Unanswered unanswered -> unanswered.reason();
            case ToolFailure tool -> tool.reason();
            case Refusal refusal -> refusal.type();
            default -> "internal";
        };
    }

    private static String message(RuntimeException failure) {
        @Nullable String known =
                switch (failure) {
                    case Unanswered unanswered -> unanswered.getMessage();
                    case ToolFailure tool -> tool.getMessage();
                    case Refusal refusal -> refusal.getMessage();
                    case ProblemException problem -> problem.detail();
                    default -> null;
                };
        if (known == null) {
            LOG.error("A run failed in an unforeseen way", failure);
            return "Something went wrong on our side. Try again; if it stays, tell your"
                    + " administrator.";
        }
        return known;
    }

    private void quietly(LongSupplier closing) {
        try {
            run.reached(closing.getAsLong());
        } catch (RuntimeException late) {
            // the sweep of unfinished runs closes it later
            LOG.warn("The end of a run could not be written: {}", late.getClass().getSimpleName());
        }
    }

    private long millis() {
        return (System.nanoTime() - started) / 1_000_000;
    }
}
