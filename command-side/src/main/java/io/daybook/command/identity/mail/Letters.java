package io.daybook.command.identity.mail;

import java.net.URI;

/** The words of the mails. */
final class Letters {

    private final String address;

    Letters(URI address) {
        this.address = address.toString().replaceFirst("/+$", "");
    }

    Letter verifyEmail(String recipient, String token) {
        return new Letter(
                recipient,
                "Confirm your e-mail address",
                """
                Welcome to Daybook.

                Please confirm that this address is yours by opening this link within 24 hours:

                %s/verify-email#token=%s

                If you did not register, ignore this mail.
                """
                        .formatted(address, token));
    }

    Letter alreadyRegistered(String recipient) {
        return new Letter(
                recipient,
                "You already have an account",
                """
                Somebody, perhaps you, tried to register this address at Daybook.

                You already have an account. Sign in here:

                %s/sign-in

                If it was not you, nothing has changed and there is nothing to do.
                """
                        .formatted(address));
    }
}
