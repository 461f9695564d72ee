package io.daybook.command.identity;

import io.daybook.messages.identity.UserEvent;

import org.axonframework.eventsourcing.eventstore.EventStore;

import java.util.Optional;
import java.util.UUID;

/** Finds the address to write to, from the log itself: mails are few, and no lock is taken. */
public final class Addresses {

    private final EventStore log;

    Addresses(EventStore log) {
        this.log = log;
    }

    /** The address of a person; empty once they are being erased. */
    public Optional<String> of(UUID userId) {
        User user = User.NOBODY;
        var events = log.readEvents(userId.toString());
        while (events.hasNext()) {
            var event = events.next();
            if (event.getPayload() instanceof UserEvent happened) {
                user = user.evolve(happened, event.getTimestamp());
            }
        }
        return user.present() ? Optional.ofNullable(user.person().email()) : Optional.empty();
    }
}
