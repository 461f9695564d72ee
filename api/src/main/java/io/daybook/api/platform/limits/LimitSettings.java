package io.daybook.api.platform.limits;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often one may ask: requests in a minute from one subscriber's address to the endpoints that
 * sign in or register, and to all others; wrong passwords for one account in a minute and in an
 * hour, from one address and from all addresses together.
 */
@ConfigurationProperties("daybook.limits")
public record LimitSettings(
        @DefaultValue("30") int authPerMinute,
        @DefaultValue("1200") int requestsPerMinute,
        @DefaultValue("5") int failuresPerMinute,
        @DefaultValue("20") int failuresPerHour,
        @DefaultValue("100") int failuresPerHourFromAnywhere) {}
