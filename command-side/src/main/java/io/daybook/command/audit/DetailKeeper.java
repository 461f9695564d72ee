package io.daybook.command.audit;

import io.daybook.messages.Actor;
import io.daybook.messages.Refusal;
import io.daybook.messages.audit.RetireDetails;
import io.daybook.platform.Identifiers;
import io.daybook.platform.bus.Fault;
import io.daybook.platform.bus.Metadata;
import io.daybook.platform.proof.DetailRetirement;

import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/**
 * Retires what is older than details are kept: looks once a minute, takes one stretch of the log in
 * a transaction, and rests as long as that took. It keeps nothing in mind, so it goes on after
 * whatever stopped it; several nodes may do so at once.
 */
final class DetailKeeper extends Keeper {

    private static final Logger LOG = LoggerFactory.getLogger(DetailKeeper.class);
    private static final Duration EVERY = Duration.ofMinutes(1);

    private final DetailRetirement details;
    private final CommandBus commands;
    private final Clock clock;

    DetailKeeper(DetailRetirement details, CommandBus commands, Clock clock) {
        super("details", EVERY);
        this.details = details;
        this.commands = commands;
        this.clock = clock;
    }

    @Override
    void round() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                long start = System.nanoTime();
                if (!retireNext()) {
                    return;
                }
                LockSupport.parkNanos(System.nanoTime() - start);
            }
        } catch (Refusal later) {
            LOG.debug("Details are retired later: {}", later.getMessage());
        } catch (RuntimeException failure) {
            LOG.warn(
                    "Details could not be retired, it will be tried again: {}",
                    Fault.words(failure));
        }
    }

    /** Retires the next stretch; answers whether there was one. */
    boolean retireNext() {
        return details.days()
                .map(
                        days ->
                                clock.instant()
                                        .truncatedTo(ChronoUnit.DAYS)
                                        .minus(days, ChronoUnit.DAYS))
                .flatMap(details::next)
                .map(this::retire)
                .isPresent();
    }

    private Instant retire(DetailRetirement.Stretch stretch) {
        AtomicReference<Throwable> failure = new AtomicReference<>();
        commands.dispatch(
                GenericCommandMessage.asCommandMessage(
                                new RetireDetails(
                                        Identifiers.next(),
                                        stretch.before(),
                                        stretch.after(),
                                        stretch.upTo()))
                        .andMetaData(Metadata.of(Actor.SYSTEM)),
                (command, result) -> result.optionalExceptionResult().ifPresent(failure::set));
        Optional.ofNullable(failure.get())
                .ifPresent(
                        thrown -> {
                            if (thrown instanceof RuntimeException unchecked) {
                                throw unchecked;
                            }
                            throw new IllegalStateException(thrown);
                        });
        return stretch.before();
    }
}
