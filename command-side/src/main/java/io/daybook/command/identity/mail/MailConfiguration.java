package io.daybook.command.identity.mail;

import io.daybook.command.identity.Addresses;
import io.daybook.command.identity.LinkTokens;
import io.daybook.messages.identity.MailStatus;
import io.daybook.platform.keys.InstallationKeys;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSender;

import java.net.URI;
import java.time.Clock;
import java.util.Optional;

/** Sets up the writing and sending of mails. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MailSettings.class)
class MailConfiguration {

    @Bean
    Outbox outbox(JdbcClient jdbc, InstallationKeys keys) {
        return new Outbox(jdbc, keys.aes("outbox"));
    }

    @Bean
    MailWriter mailWriter(
            Outbox outbox,
            LinkTokens tokens,
            Addresses addresses,
            ObjectProvider<JavaMailSender> server,
            @Value("${daybook.http.public-url:http://127.0.0.1:${server.port:8080}}") URI address,
            Clock clock) {
        boolean sends = server.getIfAvailable() != null;
        return new MailWriter(
                outbox,
                new Letters(address),
                tokens,
                addresses::of,
                sends ? MailStatus.WAITING : MailStatus.KEPT,
                clock);
    }

    @Bean
    Postman postman(
            Outbox outbox,
            ObjectProvider<JavaMailSender> server,
            MailSettings settings,
            Clock clock) {
        return new Postman(
                outbox,
                Optional.ofNullable(server.getIfAvailable())
                        .map(one -> new MailSender(outbox, one, settings, clock)),
                settings.keep(),
                clock);
    }

    @Bean
    OutboxQueries outboxQueries(Outbox outbox) {
        return new OutboxQueries(outbox);
    }
}
