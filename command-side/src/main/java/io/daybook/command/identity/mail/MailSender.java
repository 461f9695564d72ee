package io.daybook.command.identity.mail;

import io.daybook.messages.identity.MailStatus;
import io.daybook.messages.identity.OutboxMail;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** Sends what waits in the outbox; a failure is tried again later each time, some times. */
final class MailSender {

    private static final Logger log = LoggerFactory.getLogger(MailSender.class);
    private static final Duration LONGEST_WAIT = Duration.ofHours(2);

    private final Outbox outbox;
    private final JavaMailSender server;
    private final MailSettings settings;
    private final Clock clock;

    MailSender(Outbox outbox, JavaMailSender server, MailSettings settings, Clock clock) {
        this.outbox = outbox;
        this.server = server;
        this.settings = settings;
        this.clock = clock;
    }

    /** Sends all that is due. */
    void sendDue() {
        outbox.giveUpInterrupted(clock.instant());
        Optional<OutboxMail> due = outbox.take(clock.instant());
        while (due.isPresent()) {
            send(due.get());
            due = outbox.take(clock.instant());
        }
    }

    private void send(OutboxMail mail) {
        try {
            server.send(message(mail));
            outbox.sent(mail.id(), clock.instant());
        } catch (MailException | MessagingException failure) {
            boolean again = mail.attempts() < settings.attempts();
            MailStatus next = again ? MailStatus.WAITING : MailStatus.FAILED;
            Instant due = clock.instant().plus(pause(mail.attempts()));
            outbox.failed(mail.id(), next, due, reason(failure));
            log.warn(
                    "Mail {} was not taken by the mail server, attempt {}",
                    mail.id(),
                    mail.attempts());
        }
    }

    /** Twice as long each time, and not at the same moment as the others. */
    private Duration pause(int attempts) {
        Duration doubled = settings.firstRetry().multipliedBy(1L << Math.min(attempts - 1, 20));
        Duration pause = doubled.compareTo(LONGEST_WAIT) < 0 ? doubled : LONGEST_WAIT;
        return pause.plusMillis(ThreadLocalRandom.current().nextLong(pause.toMillis() / 4 + 1));
    }

    /** The name of a mail is that of its cause, so that a receiver too could tell a repetition. */
    private MimeMessage message(OutboxMail mail) throws MessagingException {
        MimeMessage message = server.createMimeMessage();
        message.setHeader("Message-ID", "<" + mail.id() + "@daybook>");
        message.setFrom(new InternetAddress(settings.from()));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(mail.recipient()));
        message.setSubject(mail.subject(), StandardCharsets.UTF_8.name());
        message.setText(mail.body(), StandardCharsets.UTF_8.name());
        message.setHeader("Auto-Submitted", "auto-generated");
        return message;
    }

    /** The kind of failure: what the server said may repeat the address. */
    private static String reason(Exception failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return failure.getClass().getSimpleName() + ": " + cause.getClass().getSimpleName();
    }
}
