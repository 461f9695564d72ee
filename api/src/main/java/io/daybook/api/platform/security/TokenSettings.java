package io.daybook.api.platform.security;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.time.Duration;

/** How long an access token is taken: it is the longest that a change of role goes unseen. */
@ConfigurationProperties("daybook.tokens")
public record TokenSettings(@DefaultValue("30m") Duration access) {}
