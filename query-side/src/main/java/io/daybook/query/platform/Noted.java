package io.daybook.query.platform;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;

import java.util.UUID;

/** An event that is to be taken in, with its position. */
record Noted(EventMessage<?> event, long position) {

    /** What must be taken in in order: the events of one aggregate. */
    UUID sequence() {
        return UUID.fromString(
                event instanceof DomainEventMessage<?> domainEvent
                        ? domainEvent.getAggregateIdentifier()
                        : event.getIdentifier());
    }
}
