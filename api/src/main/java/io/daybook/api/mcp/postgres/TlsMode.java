package io.daybook.api.mcp.postgres;

import io.r2dbc.postgresql.client.SSLMode;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How the way to a database is protected; the names and meanings are libpq's. */
public enum TlsMode {
    DISABLE(SSLMode.DISABLE),
    ALLOW(SSLMode.ALLOW),
    PREFER(SSLMode.PREFER),
    REQUIRE(SSLMode.REQUIRE),
    VERIFY_CA(SSLMode.VERIFY_CA),
    VERIFY_FULL(SSLMode.VERIFY_FULL);

    private final SSLMode driver;

    TlsMode(SSLMode driver) {
        this.driver = driver;
    }

    /** As the driver calls it. */
    SSLMode driver() {
        return driver;
    }

    /** Whether the server has to prove who it is. */
    boolean verifies() {
        return driver.verifyCertificate();
    }

    /** Reads {@code sslmode}; empty for a mode that does not exist. */
    static Optional<TlsMode> parse(String text) {
        String name = text.toUpperCase(Locale.ROOT).replace('-', '_');
        return Arrays.stream(values()).filter(mode -> mode.name().equals(name)).findFirst();
    }
}
