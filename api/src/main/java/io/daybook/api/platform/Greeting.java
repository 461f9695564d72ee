package io.daybook.api.platform;

import io.daybook.platform.demo.DemoSettings;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;

import java.io.PrintStream;
import java.net.URI;

/**
 * Tells whoever started Daybook where it is, and where the demonstration database is; not logged,
 * for it has a password.
 */
final class Greeting implements ApplicationListener<ApplicationReadyEvent>, Ordered {

    private final HttpSettings http;
    private final DemoSettings demo;
    private final PrintStream terminal;

    Greeting(HttpSettings http, DemoSettings demo, PrintStream terminal) {
        this.http = http;
        this.demo = demo;
        this.terminal = terminal;
    }

    @Override
    public void onApplicationEvent(ApplicationReadyEvent ready) {
        URI address = http.publicUrl();
        String port =
                ready.getApplicationContext()
                        .getEnvironment()
                        .getProperty("local.server.port", "8080");
        terminal.println(
                "Daybook is ready: " + (address == null ? "http://127.0.0.1:" + port : address));
        if (demo.uri() != null) {
            terminal.println("Demonstration database: " + demo.uri());
        }
    }

    /** Before the link of the first administrator. */
    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }
}
