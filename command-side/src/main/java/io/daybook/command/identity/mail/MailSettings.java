package io.daybook.command.identity.mail;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.time.Duration;

/**
 * How mails go out: their sender, how often a failed one is tried, how long all are kept. The mail
 * server itself is {@code spring.mail.*}; without one mails are kept for the administrator.
 */
@ConfigurationProperties("daybook.mail")
public record MailSettings(
        @DefaultValue("Daybook <daybook@localhost>") String from,
        @DefaultValue("8") int attempts,
        @DefaultValue("30s") Duration firstRetry,
        @DefaultValue("14d") Duration keep) {}
