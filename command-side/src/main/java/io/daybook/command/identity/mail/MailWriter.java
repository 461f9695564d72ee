package io.daybook.command.identity.mail;

import io.daybook.command.identity.LinkTokens;
import io.daybook.messages.identity.EmailVerificationRequested;
import io.daybook.messages.identity.MailStatus;
import io.daybook.messages.identity.TakenIdentifierTried;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * Writes the mail that an event causes into the outbox, in the transaction of its own token: each
 * event once, a replay none.
 */
@ProcessingGroup(MailWriter.GROUP)
@DisallowReplay
final class MailWriter {

    static final String GROUP = "mail";

    private final Outbox outbox;
    private final Letters letters;
    private final LinkTokens tokens;
    private final Function<UUID, Optional<String>> addresses;
    private final MailStatus first;
    private final Clock clock;

    MailWriter(
            Outbox outbox,
            Letters letters,
            LinkTokens tokens,
            Function<UUID, Optional<String>> addresses,
            MailStatus first,
            Clock clock) {
        this.outbox = outbox;
        this.letters = letters;
        this.tokens = tokens;
        this.addresses = addresses;
        this.first = first;
        this.clock = clock;
    }

    @EventHandler
    void on(EmailVerificationRequested event, EventMessage<?> message) {
        write(
                message,
                event.userId(),
                recipient -> letters.verifyEmail(recipient, tokens.token(event)));
    }

    @EventHandler
    void on(TakenIdentifierTried event, EventMessage<?> message) {
        write(message, event.userId(), letters::alreadyRegistered);
    }

    /** A person who has been erased meanwhile gets none. */
    private void write(EventMessage<?> cause, UUID userId, Function<String, Letter> letter) {
        addresses
                .apply(userId)
                .map(letter)
                .ifPresent(
                        written ->
                                outbox.put(
                                        UUID.fromString(cause.getIdentifier()),
                                        userId,
                                        written,
                                        first,
                                        clock.instant()));
    }
}
