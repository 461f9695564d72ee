package io.daybook.command.identity.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;

import io.daybook.command.identity.LinkTokens;
import io.daybook.messages.identity.EmailVerificationRequested;
import io.daybook.messages.identity.IdentifierKind;
import io.daybook.messages.identity.MailStatus;
import io.daybook.messages.identity.OutboxMail;
import io.daybook.messages.identity.OutboxMails;
import io.daybook.messages.identity.OutboxPage;
import io.daybook.messages.identity.TakenIdentifierTried;
import io.daybook.platform.postgres.TestDatabase;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;

import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.mail.javamail.JavaMailSenderImpl;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import javax.crypto.spec.SecretKeySpec;

final class MailTest {

    private static final UUID GRACE = UUID.randomUUID();

    private final GreenMail server =
            new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final LinkTokens tokens = new LinkTokens(new byte[32]);
    private final HandClock clock = new HandClock();
    private final TestDatabase database = TestDatabase.create();
    private final JdbcClient jdbc = jdbc();
    private final Outbox outbox = new Outbox(jdbc, new SecretKeySpec(new byte[32], "AES"));
    private final EmailVerificationRequested requested =
            new EmailVerificationRequested(GRACE, "hash", Instant.parse("2026-03-02T09:00:00Z"));

    @BeforeEach
    void migrate() {
        Flyway.configure()
                .dataSource(database.jdbcUrl(), database.user(), database.password())
                .locations("classpath:db/migration")
                .load()
                .migrate();
        jdbc.sql("insert into personal_key (person_id, key) values (?, ?)")
                .params(GRACE, new byte[32])
                .update();
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void sendsTheLinkToItsOwner() throws MessagingException {
        EventMessage<EmailVerificationRequested> event =
                GenericEventMessage.asEventMessage(requested);
        writer(MailStatus.WAITING).on(requested, event);
        sender().sendDue();

        assertThat(server.getReceivedMessages()).hasSize(1);
        MimeMessage mail = server.getReceivedMessages()[0];
        assertThat(mail.getAllRecipients()[0]).hasToString("grace@example.org");
        assertThat(mail.getMessageID()).isEqualTo("<" + event.getIdentifier() + "@daybook>");
        assertThat(GreenMailUtil.getBody(mail).replaceAll("=\r?\n", "").replace("=3D", "="))
                .contains("https://daybook.test/verify-email#token=" + tokens.token(requested));
        assertThat(only().status()).isEqualTo(MailStatus.SENT);
    }

    @Test
    void tellsTheOwnerOfATriedAddressThatThereIsAnAccount() throws MessagingException {
        TakenIdentifierTried tried =
                new TakenIdentifierTried(UUID.randomUUID(), IdentifierKind.EMAIL, GRACE);
        writer(MailStatus.WAITING).on(tried, GenericEventMessage.asEventMessage(tried));
        sender().sendDue();

        assertThat(server.getReceivedMessages()[0].getSubject())
                .isEqualTo("You already have an account");
    }

    @Test
    void neverSendsTwiceForTheSameCause() {
        EventMessage<EmailVerificationRequested> event =
                GenericEventMessage.asEventMessage(requested);
        writer(MailStatus.WAITING).on(requested, event);
        sender().sendDue();
        writer(MailStatus.WAITING).on(requested, event);
        sender().sendDue();

        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void triesAgainLaterWhenTheServerIsAway() {
        writer(MailStatus.WAITING).on(requested, GenericEventMessage.asEventMessage(requested));
        MailSender nowhere = sender(1);
        nowhere.sendDue();
        assertThat(only().status()).isEqualTo(MailStatus.WAITING);
        assertThat(only().error()).isNotBlank().doesNotContain("grace");

        sender().sendDue();
        assertThat(server.getReceivedMessages()).isEmpty();

        clock.pass(Duration.ofMinutes(1));
        sender().sendDue();
        assertThat(server.getReceivedMessages()).hasSize(1);
        assertThat(only().attempts()).isEqualTo(2);
    }

    @Test
    void sendsAtOnceThoughTheClockWasSetBackSinceItWasWritten() {
        writer(MailStatus.WAITING).on(requested, GenericEventMessage.asEventMessage(requested));
        clock.pass(Duration.ofHours(-1));
        sender().sendDue();

        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void givesUpAfterSomeAttempts() {
        writer(MailStatus.WAITING).on(requested, GenericEventMessage.asEventMessage(requested));
        for (int attempt = 1; attempt <= 3; attempt++) {
            sender(1).sendDue();
            clock.pass(Duration.ofHours(3));
        }
        assertThat(only().status()).isEqualTo(MailStatus.FAILED);
        assertThat(only().attempts()).isEqualTo(3);
    }

    @Test
    void sendsNothingAgainWhoseSenderDiedInTheMiddle() {
        writer(MailStatus.WAITING).on(requested, GenericEventMessage.asEventMessage(requested));
        assertThat(outbox.take(clock.instant())).isPresent();
        clock.pass(Duration.ofMinutes(11));
        sender().sendDue();

        assertThat(server.getReceivedMessages()).isEmpty();
        assertThat(only().status()).isEqualTo(MailStatus.FAILED);
    }

    @Test
    void keepsMailsWhereThereIsNoServer() {
        writer(MailStatus.KEPT).on(requested, GenericEventMessage.asEventMessage(requested));
        sender().sendDue();

        assertThat(server.getReceivedMessages()).isEmpty();
        assertThat(only().status()).isEqualTo(MailStatus.KEPT);
        assertThat(only().body()).contains(tokens.token(requested));
    }

    @Test
    void storesNothingThatCanBeRead() {
        writer(MailStatus.KEPT).on(requested, GenericEventMessage.asEventMessage(requested));
        byte[] sealed = jdbc.sql("select sealed from outbox").query(byte[].class).single();
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1))
                .doesNotContain("grace")
                .doesNotContain("verify-email");
    }

    @Test
    void deletesOldMails() {
        writer(MailStatus.KEPT).on(requested, GenericEventMessage.asEventMessage(requested));
        outbox.deleteBefore(clock.instant());
        assertThat(all(10, null).items()).hasSize(1);
        outbox.deleteBefore(clock.instant().plusMillis(1));
        assertThat(all(10, null).items()).isEmpty();
    }

    @Test
    void writesNothingToSomebodyWhoIsErased() {
        EmailVerificationRequested other =
                new EmailVerificationRequested(UUID.randomUUID(), "hash", clock.instant());
        writer(MailStatus.KEPT).on(other, GenericEventMessage.asEventMessage(other));
        assertThat(all(10, null).items()).isEmpty();
    }

    @Test
    void removesTheMailsOfOnePersonAndWritesNoneOnceTheirKeyIsGone() {
        writer(MailStatus.KEPT).on(requested, GenericEventMessage.asEventMessage(requested));
        outbox.removeAllTo(UUID.randomUUID());
        assertThat(all(10, null).items()).hasSize(1);

        outbox.removeAllTo(GRACE);
        jdbc.sql("update personal_key set key = null").update();
        writer(MailStatus.KEPT).on(requested, GenericEventMessage.asEventMessage(requested));
        assertThat(all(10, null).items()).isEmpty();
    }

    @Test
    void pagesFromTheNewestOn() {
        for (int mail = 0; mail < 5; mail++) {
            writer(MailStatus.KEPT).on(requested, GenericEventMessage.asEventMessage(requested));
            clock.pass(Duration.ofSeconds(1));
        }
        OutboxPage first = all(3, null);
        OutboxPage second = all(3, first.nextCursor());
        assertThat(first.items()).hasSize(3).isSortedAccordingTo(MailTest::newestFirst);
        assertThat(second.items()).hasSize(2).doesNotContainAnyElementsOf(first.items());
        assertThat(second.nextCursor()).isNull();
    }

    private static int newestFirst(OutboxMail one, OutboxMail other) {
        return other.createdAt().compareTo(one.createdAt());
    }

    private OutboxMail only() {
        List<OutboxMail> mails = all(10, null).items();
        assertThat(mails).hasSize(1);
        return mails.getFirst();
    }

    private OutboxPage all(int limit, @Nullable String cursor) {
        return new OutboxQueries(outbox).answer(new OutboxMails(limit, cursor));
    }

    private MailWriter writer(MailStatus first) {
        return new MailWriter(
                outbox,
                new Letters(URI.create("https://daybook.test/")),
                tokens,
                person ->
                        person.equals(GRACE) ? Optional.of("grace@example.org") : Optional.empty(),
                first,
                clock);
    }

    private MailSender sender() {
        return sender(server.getSmtp().getPort());
    }

    private MailSender sender(int port) {
        JavaMailSenderImpl smtp = new JavaMailSenderImpl();
        smtp.setHost("127.0.0.1");
        smtp.setPort(port);
        MailSettings settings =
                new MailSettings(
                        "Daybook <daybook@example.org>",
                        3,
                        Duration.ofSeconds(30),
                        Duration.ofDays(14));
        return new MailSender(outbox, smtp, settings, clock);
    }

    private JdbcClient jdbc() {
        return JdbcClient.create(
                new DriverManagerDataSource(
                        database.jdbcUrl(), database.user(), database.password()));
    }

    /** A clock that the test moves. */
    private static final class HandClock extends Clock {

        private Instant now = Instant.parse("2026-03-01T09:00:00Z");

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
