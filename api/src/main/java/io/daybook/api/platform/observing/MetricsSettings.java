package io.daybook.api.platform.observing;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * The bearer token with which a collector may read {@code /actuator/prometheus}; without one only
 * administrators may.
 */
@ConfigurationProperties("daybook.metrics")
public record MetricsSettings(@Nullable String token) {

    /** Whether a header {@code Authorization} brings the token; takes as long for any other. */
    public boolean isToken(@Nullable String header) {
        return token != null
                && !token.isBlank()
                && header != null
                && MessageDigest.isEqual(
                        ("Bearer " + token).getBytes(StandardCharsets.UTF_8),
                        header.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "MetricsSettings[token=" + (token == null ? "none" : "set") + "]";
    }
}
