package io.daybook.api.platform;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * How Daybook meets the network: the address that people use (links in mails, {@code Secure}
 * cookies when it is https), origins of other sites whose scripts may call, proxies in front of it
 * that may say whom they forward, and the bounds of one request.
 */
@ConfigurationProperties("daybook.http")
public record HttpSettings(
        @Nullable URI publicUrl,
        @DefaultValue List<String> allowedOrigins,
        @DefaultValue List<String> trustedProxies,
        @DefaultValue("256KB") DataSize largestBody,
        @DefaultValue("30s") Duration longestRequest,
        @DefaultValue("1000") int concurrentRequests) {

    /** Whether people reach Daybook over TLS. */
    public boolean overTls() {
        return publicUrl != null && "https".equals(publicUrl.getScheme());
    }
}
