package io.daybook.api.assistant.models;

import io.daybook.api.assistant.runs.Answer;
import io.daybook.api.assistant.runs.Answerer;
import io.daybook.api.assistant.runs.RunRequest;
import io.daybook.api.assistant.runs.StatementAnswerer;
import io.daybook.api.assistant.runs.Telling;
import io.daybook.api.mcp.DatabaseSchema;

import reactor.core.publisher.Mono;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Chooses who answers: the statement itself, the wanted model, the others, at last the analyst. */
public final class ModelAnswerer implements Answerer {

    private static final int TRIES = 3;
    private static final Duration FIRST_WAIT = Duration.ofMillis(300);

    private final Models models;
    private final ModelSettings settings;
    private final Clock clock;
    private final Answerer analyst;
    private final Answerer statement = new StatementAnswerer();

    public ModelAnswerer(Models models, ModelSettings settings, Clock clock, Answerer analyst) {
        this.models = models;
        this.settings = settings;
        this.clock = clock;
        this.analyst = analyst;
    }

    @Override
    public Answer answer(RunRequest request, Telling telling) {
        if (request.model().equals(RunRequest.SQL)) {
            return statement.answer(request, telling);
        }
        if (!request.model().equals(Models.BUILT_IN)) {
            DatabaseSchema schema = telling.schema();
            for (Model model : models.startingWith(request.model())) {
                Dialogue dialogue = new Dialogue(model, settings, clock, request, telling, schema);
                if (model.breaker().allows() && tried(model, dialogue, telling)) {
                    return dialogue.answer();
                }
                stopped();
            }
        }
        return analyst.answer(request, telling);
    }

    /** Asks a model, again after a wait when the failure may pass. */
    private static boolean tried(Model model, Dialogue dialogue, Telling telling) {
        String step = "model-" + model.id();
        telling.step(step, "Asking " + model.label(), "running", null);
        for (int attempt = 1; ; attempt++) {
            try {
                dialogue.hold();
                model.breaker().succeeded();
                telling.step(step, "Asking " + model.label(), "done", null);
                return true;
            } catch (ModelFailed failed) {
                stopped();
                model.breaker().failed();
                if (!failed.passing() || attempt == TRIES) {
                    telling.step(step, "Asking " + model.label(), "failed", failed.getMessage());
                    return false;
                }
                rest(attempt);
            }
        }
    }

    /** Waits twice as long each time, by a random share of it. */
    private static void rest(int attempt) {
        long most = FIRST_WAIT.toMillis() << (attempt - 1);
        long wait = most / 2 + ThreadLocalRandom.current().nextLong(most / 2 + 1);
        Mono.delay(Duration.ofMillis(wait)).block();
    }

    /** A run that is being ended must not go on with the next model. */
    private static void stopped() {
        if (Thread.currentThread().isInterrupted()) {
            throw new ModelFailed("It was stopped.", false);
        }
    }
}
