package io.daybook.platform;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.nio.file.Path;

/**
 * What belongs to the installation: the data folder ({@code DAYBOOK_DATA}); the master key in
 * Base64, at least 32 bytes ({@code DAYBOOK_MASTERKEY}; without it a key file in the data folder is
 * used); the name of this node ({@code DAYBOOK_NODE}), under which it finds its own claims again
 * after a restart, unlike that of any other node on the same database.
 */
@ConfigurationProperties("daybook")
public record PlatformSettings(
        @DefaultValue("data") Path data, @Nullable String masterKey, @Nullable String node) {}
