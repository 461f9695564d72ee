package io.daybook.command.identity.mail;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Makes the rounds: sends what is due each second, deletes what is old each hour. */
final class Postman implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Postman.class);

    private final Outbox outbox;
    private final Optional<MailSender> sender;
    private final Duration keep;
    private final Clock clock;
    private Optional<ScheduledExecutorService> rounds = Optional.empty();

    Postman(Outbox outbox, Optional<MailSender> sender, Duration keep, Clock clock) {
        this.outbox = outbox;
        this.sender = sender;
        this.keep = keep;
        this.clock = clock;
    }

    @Override
    public synchronized void start() {
        ScheduledExecutorService executor =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().name("postman").daemon().factory());
        sender.ifPresent(one -> repeat(executor, one::sendDue, Duration.ofSeconds(1)));
        repeat(executor, this::tidy, Duration.ofHours(1));
        rounds = Optional.of(executor);
    }

    @Override
    public synchronized void stop() {
        rounds.ifPresent(ScheduledExecutorService::close);
        rounds = Optional.empty();
    }

    @Override
    public synchronized boolean isRunning() {
        return rounds.isPresent();
    }

    private void tidy() {
        outbox.deleteBefore(clock.instant().minus(keep));
    }

    private static void repeat(ScheduledExecutorService executor, Runnable round, Duration pause) {
        var repeated =
                executor.scheduleWithFixedDelay(
                        () -> run(round),
                        pause.toMillis(),
                        pause.toMillis(),
                        TimeUnit.MILLISECONDS);
        log.debug("The postman goes every {}: {}", pause, repeated);
    }

    private static void run(Runnable round) {
        try {
            round.run();
        } catch (RuntimeException failure) {
            log.warn("The postman could not make a round: {}", failure.getClass().getSimpleName());
        }
    }
}
