package io.daybook.api.assistant;

import io.daybook.api.assistant.runs.RunEngine;
import io.daybook.api.platform.security.EndedSessions;
import io.daybook.messages.identity.UserErased;
import io.daybook.messages.identity.UserErasureRequested;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;

/** Stops the runs of people who are being erased, on every node, and forgets what they showed. */
@ProcessingGroup(EndedSessions.GROUP)
final class ForgottenRuns {

    private final RunEngine engine;

    ForgottenRuns(RunEngine engine) {
        this.engine = engine;
    }

    @EventHandler
    void on(UserErasureRequested event) {
        engine.forget(event.userId());
    }

    /** Once more, for what ended meanwhile. */
    @EventHandler
    void on(UserErased event) {
        engine.forget(event.userId());
    }
}
