package io.daybook.command.identity;

import io.daybook.messages.Actor;
import io.daybook.messages.Secret;
import io.daybook.messages.identity.EmailVerificationRequested;
import io.daybook.messages.identity.EmailVerified;
import io.daybook.messages.identity.Role;
import io.daybook.messages.identity.SignInRefused;
import io.daybook.messages.identity.UserErased;
import io.daybook.messages.identity.UserErasureRequested;
import io.daybook.messages.identity.UserEvent;
import io.daybook.messages.identity.UserRegistered;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A person with an account: what commands decide upon, and what events make of it. */
record User(
        @Nullable UserRegistered registration,
        boolean emailVerified,
        @Nullable EmailVerificationRequested link,
        Window links,
        Window refusals,
        Erasing erasing) {

    static final User NOBODY = new User(null, false, null, Window.EMPTY, Window.EMPTY, Erasing.NOT);

    /** How far this person's erasure is. */
    enum Erasing {
        NOT,
        UNDER_WAY,
        DONE
    }

    /** Refused sign-ins that the log keeps: the rest is in the counters of the API. */
    static final Duration REFUSALS_IN = Duration.ofHours(1);

    static final int MOST_REFUSALS = 10;

    /** Links that a stranger can have mailed to somebody. */
    static final Duration LINKS_IN = Duration.ofHours(1);

    static final int MOST_LINKS = 5;

    /** The link in the first mail and its successors. */
    static final Duration LINK_VALID = Duration.ofHours(24);

    boolean exists() {
        return registration != null;
    }

    /** Whether this person has an account that can be used. */
    boolean present() {
        return exists() && erasing == Erasing.NOT;
    }

    UserRegistered person() {
        if (registration == null) {
            throw new IllegalStateException("Nobody has registered here");
        }
        return registration;
    }

    Role role() {
        return person().role();
    }

    /** Registers once; the same command again changes nothing. */
    List<UserEvent> register(UserRegistered registered, LinkTokens tokens, Instant now) {
        if (exists()) {
            return List.of();
        }
        return List.of(registered, tokens.emailVerification(registered.userId(), now));
    }

    /** Makes a new link, which voids any older one; nothing for a proven address or too many. */
    List<UserEvent> requestEmailVerification(LinkTokens tokens, Instant now) {
        if (emailVerified || !links.admits(now, LINKS_IN, MOST_LINKS)) {
            return List.of();
        }
        return List.of(tokens.emailVerification(person().userId(), now));
    }

    /** Takes the token of the newest link, once and in time. */
    List<UserEvent> verifyEmail(Secret token, Instant now) {
        boolean good =
                link != null
                        && !emailVerified
                        && now.isBefore(link.expiresAt())
                        && LinkTokens.matches(token, link.tokenHash());
        if (!good) {
            throw new LinkNotValid();
        }
        return List.of(new EmailVerified(person().userId()));
    }

    /**
     * Starts the erasure, once: for the person themselves when the password was right, or for an
     * administrator.
     */
    List<UserEvent> requestErasure(Actor actor, boolean proven, boolean lastAdministrator) {
        boolean own = actor.is(person().userId());
        if (!own && !actor.administrator()) {
            throw new UserNotThere();
        }
        if (erasing != Erasing.NOT) {
            return List.of();
        }
        if (own && !proven) {
            throw new PasswordWrong();
        }
        if (lastAdministrator) {
            throw new LastAdministrator();
        }
        return List.of(new UserErasureRequested(person().userId()));
    }

    /** Ends the erasure, once. */
    List<UserEvent> confirmErasure() {
        return erasing == Erasing.UNDER_WAY
                ? List.of(new UserErased(person().userId()))
                : List.of();
    }

    List<UserEvent> refuseSignIn(Instant now) {
        return refusals.admits(now, REFUSALS_IN, MOST_REFUSALS)
                ? List.of(new SignInRefused(person().userId()))
                : List.of();
    }

    User evolve(UserEvent event, Instant at) {
        return switch (event) {
            case UserRegistered registered ->
                    new User(registered, emailVerified, link, links, refusals, erasing);
            case EmailVerificationRequested newest ->
                    new User(
                            registration,
                            emailVerified,
                            newest,
                            links.counting(at, LINKS_IN),
                            refusals,
                            erasing);
            case EmailVerified verified ->
                    new User(registration, true, null, links, refusals, erasing);
            case SignInRefused refused ->
                    new User(
                            registration,
                            emailVerified,
                            link,
                            links,
                            refusals.counting(at, REFUSALS_IN),
                            erasing);
            case UserErasureRequested requested -> withErasing(Erasing.UNDER_WAY);
            case UserErased erased -> withErasing(Erasing.DONE);
        };
    }

    private User withErasing(Erasing state) {
        return new User(registration, emailVerified, link, links, refusals, state);
    }
}
