package io.daybook.command.projects;

import io.daybook.messages.Refusal;

import java.io.Serial;

/** Somebody changed the project since it was read: nothing is overwritten unseen. */
final class ProjectChanged extends Refusal {

    @Serial private static final long serialVersionUID = 1L;

    ProjectChanged() {
        super(
                Kind.STALE,
                "project-changed",
                "The project was changed in the meantime. Load it again to see what it is now.");
    }
}
