package io.daybook.query.audit;

import static io.daybook.platform.Spoken.counted;
import static io.daybook.platform.Spoken.lasting;
import static io.daybook.query.audit.Sentence.WHOM;
import static io.daybook.query.audit.Sentence.byDaybook;
import static io.daybook.query.audit.Sentence.byThemselves;
import static io.daybook.query.audit.Sentences.quoted;

import io.daybook.messages.assistant.AssistantEvent;
import io.daybook.messages.assistant.QuestionAnswered;
import io.daybook.messages.assistant.QuestionAsked;
import io.daybook.messages.assistant.QuestionCancelled;
import io.daybook.messages.assistant.QuestionFailed;
import io.daybook.messages.projects.ProjectCreated;
import io.daybook.messages.projects.ProjectDeleted;
import io.daybook.messages.projects.ProjectRenamed;
import io.daybook.messages.projects.ProjectRestored;
import io.daybook.messages.projects.ProjectsEvent;

/** What happens to projects and questions, in words. */
final class WorkSentences {

    private WorkSentences() {}

    static Sentence of(ProjectsEvent event) {
        return switch (event) {
            case ProjectCreated e ->
                    byThemselves(e.ownerId(), "opened the project " + quoted(e.name()));
            case ProjectRenamed e ->
                    byThemselves(e.ownerId(), "changed a project, now " + quoted(e.name()));
            case ProjectDeleted e -> byThemselves(e.ownerId(), "deleted a project");
            case ProjectRestored e -> byThemselves(e.ownerId(), "restored a project");
        };
    }

    static Sentence of(AssistantEvent event) {
        return switch (event) {
            case QuestionAsked e -> byThemselves(e.askerId(), "asked " + quoted(e.question()));
            case QuestionAnswered e ->
                    byDaybook(
                            e.askerId(),
                            "answered "
                                    + WHOM
                                    + " with "
                                    + counted(e.rows(), "row")
                                    + " in "
                                    + lasting(e.durationMillis()));
            case QuestionFailed e ->
                    byDaybook(e.askerId(), "could not answer " + WHOM + ": " + quoted(e.message()));
            case QuestionCancelled e -> byThemselves(e.askerId(), "stopped a question");
        };
    }
}
