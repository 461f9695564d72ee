package io.daybook.query.audit;

import io.daybook.messages.assistant.AssistantEvent;
import io.daybook.messages.audit.AuditEvent;
import io.daybook.messages.connections.ConnectionsEvent;
import io.daybook.messages.identity.IdentityEvent;
import io.daybook.messages.projects.ProjectsEvent;

import org.jspecify.annotations.Nullable;

/**
 * Says every event as a sentence. The contexts are sealed, so that an event without one does not
 * compile.
 */
final class Sentences {

    private Sentences() {}

    static Sentence of(Object event) {
        return switch (event) {
            case IdentityEvent e -> IdentitySentences.of(e);
            case ConnectionsEvent e -> ConnectionsSentences.of(e);
            case ProjectsEvent e -> WorkSentences.of(e);
            case AssistantEvent e -> WorkSentences.of(e);
            case AuditEvent e -> AuditSentences.of(e);
            default -> throw new IllegalArgumentException("No context has " + event.getClass());
        };
    }

    /** A text in quotation marks, or what stands for one that was erased. */
    static String quoted(@Nullable String text) {
        return text == null ? "(erased)" : "“" + text + "”";
    }
}
