package io.daybook.api.identity;

import io.daybook.api.platform.Commands;
import io.daybook.api.platform.HttpSettings;
import io.daybook.messages.Actor;
import io.daybook.messages.identity.Installation;
import io.daybook.messages.identity.IssueSetupLink;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;

import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/**
 * Prints the link for the first administrator at each start until it was used; it is printed, not
 * logged, so that it stays out of files that others read.
 */
final class SetupLink implements ApplicationListener<ApplicationReadyEvent> {

    private static final Logger log = LoggerFactory.getLogger(SetupLink.class);

    private final Commands commands;
    private final HttpSettings settings;
    private final PrintStream terminal;

    SetupLink(Commands commands, HttpSettings settings, PrintStream terminal) {
        this.commands = commands;
        this.settings = settings;
        this.terminal = terminal;
    }

    @Override
    public void onApplicationEvent(ApplicationReadyEvent ready) {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        String port =
                ready.getApplicationContext()
                        .getEnvironment()
                        .getProperty("local.server.port", "8080");
        commands.<Boolean>send(new IssueSetupLink(Installation.ID, hash(token)), Actor.SYSTEM)
                .subscribe(
                        written -> {
                            if (Boolean.TRUE.equals(written.answer())) {
                                terminal.println(
                                        "First administrator: "
                                                + base(port)
                                                + "/setup#token="
                                                + token);
                            }
                        },
                        failure -> log.error("The setup link could not be issued", failure));
    }

    private String base(String port) {
        URI address = settings.publicUrl();
        return address == null
                ? "http://127.0.0.1:" + port
                : address.toString().replaceFirst("/+$", "");
    }

    private static String hash(String token) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
