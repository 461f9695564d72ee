package io.daybook.platform.demo;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The demonstration database.
 *
 * @param enabled whether it is made at the start, in the embedded server
 * @param uri where it is, with its reader's password; absent when there is none
 */
@ConfigurationProperties("daybook.demo")
public record DemoSettings(@DefaultValue("false") boolean enabled, @Nullable String uri) {

    /** The URI holds a password. */
    @Override
    public String toString() {
        return "DemoSettings[enabled=" + enabled + "]";
    }
}
