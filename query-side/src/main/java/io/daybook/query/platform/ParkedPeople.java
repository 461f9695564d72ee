package io.daybook.query.platform;

import io.daybook.platform.log.Subjects;

import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.List;
import java.util.UUID;

/**
 * Knows whose parked events are: those of an account, those that name the person, and those of a
 * thing whose first event does. That somebody is to be forgotten is nobody's in this sense.
 */
final class ParkedPeople {

    private final JdbcClient jdbc;

    ParkedPeople(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Where the parked events of a person stand, in order; index domain_event_sequence. */
    List<Long> letters(Generation generation, UUID person) {
        return jdbc.sql(
                        """
                        select letter.position from dead_letter letter
                        join domain_event e on e.global_index = letter.position
                        where letter.processor = :processor and e.payload_type not in %1$s
                          and (letter.sequence = :person or :person = any (%2$s)
                            or exists (select from domain_event first
                                       where first.aggregate_id = letter.sequence and first.sequence_number = 0
                                         and :person = any (%3$s)))
                        order by letter.position
                        """
                                .formatted(
                                        Subjects.ERASURES,
                                        Subjects.in("e.payload"),
                                        Subjects.in("first.payload")))
                .param("processor", generation.processor())
                .param("person", person)
                .query(Long.class)
                .list();
    }

    /** Whose the parked events of one thing are, of those who were erased after them. */
    List<UUID> erasedOf(Generation generation, UUID sequence) {
        return jdbc.sql(
                        """
                        select distinct erased.aggregate_id from dead_letter letter
                        join domain_event e
                          on e.global_index = letter.position
                          or (e.aggregate_id = letter.sequence and e.sequence_number = 0)
                        join domain_event erased
                          on erased.aggregate_id = any (letter.sequence || %2$s)
                          and erased.payload_type in %1$s and erased.global_index > letter.position
                        where letter.processor = ? and letter.sequence = ?
                        """
                                .formatted(Subjects.ERASURES, Subjects.in("e.payload")))
                .params(generation.processor(), sequence)
                .query(UUID.class)
                .list();
    }
}
