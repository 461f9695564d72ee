package io.daybook.command.identity.erasure;

import io.daybook.messages.identity.ErasureStep;

import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Finds in the log what belongs to a person and is not closed yet. It reads the log from its first
 * event: an erasure is rare, and nothing has to be kept up for it all the time.
 */
final class Belongings {

    /** Positions in one statement: a fraction of a second. */
    private static final int STRETCH = 100_000;

    private final JdbcClient jdbc;

    Belongings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What a step of the erasure has to remove, by step. */
    Map<ErasureStep, List<UUID>> of(UUID person) {
        Map<ErasureStep, List<UUID>> found = new EnumMap<>(ErasureStep.class);
        long head =
                jdbc.sql("select coalesce(max(global_index), 0) from domain_event")
                        .query(Long.class)
                        .single();
        for (long after = 0; after < head; after += STRETCH) {
            read(person, after, found);
        }
        return found;
    }

    // The last event of a thing tells whether it is closed; index domain_event_sequence.
    private void read(UUID person, long after, Map<ErasureStep, List<UUID>> found) {
        jdbc.sql(
                        """
                        select opened.payload_type, opened.aggregate_id from domain_event opened
                        where opened.global_index > :after and opened.global_index <= :until
                          and opened.payload_type in (
                            'identity.SessionStarted', 'assistant.QuestionAsked',
                            'connections.ConnectionEstablished', 'projects.ProjectCreated',
                            'identity.IdentifierClaimed')
                          and opened.payload like :mentioned
                          and :person in (
                            opened.payload::json ->> 'userId', opened.payload::json ->> 'askerId',
                            opened.payload::json ->> 'ownerId')
                          and (select last.payload_type from domain_event last
                               where last.aggregate_id = opened.aggregate_id
                               order by last.sequence_number desc limit 1) not in (
                            'identity.SessionEnded', 'assistant.QuestionAnswered',
                            'assistant.QuestionFailed', 'assistant.QuestionCancelled',
                            'connections.ConnectionRemoved', 'projects.ProjectDeleted',
                            'identity.IdentifierReleased')
                        order by opened.global_index
                        """)
                .param("after", after)
                .param("until", after + STRETCH)
                .param("mentioned", "%" + person + "%")
                .param("person", person.toString())
                .query(
                        row -> {
                            found.computeIfAbsent(
                                            step(row.getString(1)), first -> new ArrayList<>())
                                    .add(row.getObject(2, UUID.class));
                        });
    }

    private static ErasureStep step(String opened) {
        return switch (opened) {
            case "identity.SessionStarted" -> ErasureStep.SESSIONS;
            case "assistant.QuestionAsked" -> ErasureStep.QUESTIONS;
            case "connections.ConnectionEstablished" -> ErasureStep.CONNECTIONS;
            case "projects.ProjectCreated" -> ErasureStep.PROJECTS;
            case "identity.IdentifierClaimed" -> ErasureStep.IDENTIFIERS;
            default -> throw new IllegalStateException(opened + " belongs to nobody");
        };
    }
}
