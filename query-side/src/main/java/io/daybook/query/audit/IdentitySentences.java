package io.daybook.query.audit;

import static io.daybook.query.audit.Sentence.WHOM;
import static io.daybook.query.audit.Sentence.byDaybook;
import static io.daybook.query.audit.Sentence.bySomebody;
import static io.daybook.query.audit.Sentence.byThemselves;

import io.daybook.messages.identity.AdministratorAppointed;
import io.daybook.messages.identity.EmailVerificationRequested;
import io.daybook.messages.identity.EmailVerified;
import io.daybook.messages.identity.IdentifierClaimed;
import io.daybook.messages.identity.IdentifierKind;
import io.daybook.messages.identity.IdentifierReleased;
import io.daybook.messages.identity.IdentityEvent;
import io.daybook.messages.identity.RefreshTokenReused;
import io.daybook.messages.identity.Role;
import io.daybook.messages.identity.SessionEnded;
import io.daybook.messages.identity.SessionRefreshed;
import io.daybook.messages.identity.SessionStarted;
import io.daybook.messages.identity.SetupLinkIssued;
import io.daybook.messages.identity.SignInRefused;
import io.daybook.messages.identity.TakenIdentifierTried;
import io.daybook.messages.identity.UserErased;
import io.daybook.messages.identity.UserErasureRequested;
import io.daybook.messages.identity.UserRegistered;

import org.jspecify.annotations.Nullable;

import java.util.Locale;

/** What happens to people, in words. */
final class IdentitySentences {

    /** What sign-in writes of a device where it does not know better. */
    private static final String UNKNOWN = "Other";

    private IdentitySentences() {}

    static Sentence of(IdentityEvent event) {
        return switch (event) {
            case UserRegistered e ->
                    byThemselves(
                            e.userId(),
                            e.role() == Role.ADMIN ? "registered as administrator" : "registered");
            case EmailVerificationRequested e ->
                    byDaybook(e.userId(), "sent " + WHOM + " a link that proves an e-mail address");
            case EmailVerified e -> byThemselves(e.userId(), "proved an e-mail address");
            case SignInRefused e ->
                    bySomebody(
                            e.userId(), "tried to sign in as " + WHOM + " with a wrong password");
            case IdentifierClaimed e ->
                    byThemselves(e.userId(), "took " + named(e.kind()) + " for the account");
            case TakenIdentifierTried e ->
                    bySomebody(
                            e.userId(),
                            "tried to register " + named(e.kind()) + " that belongs to " + WHOM);
            case SessionStarted e -> byThemselves(e.userId(), "signed in" + where(e));
            case SessionRefreshed e -> byThemselves(e.userId(), "stayed signed in");
            case RefreshTokenReused e ->
                    bySomebody(
                            e.userId(),
                            "presented a refresh token of " + WHOM + " that had been used before");
            case SessionEnded e ->
                    switch (e.reason()) {
                        case LOGGED_OUT -> byThemselves(e.userId(), "signed out");
                        case REVOKED ->
                                byThemselves(
                                        e.userId(),
                                        "ended a session",
                                        "ended a session of " + WHOM);
                        case REFRESH_TOKEN_REUSED ->
                                byDaybook(
                                        e.userId(),
                                        "ended a session of "
                                                + WHOM
                                                + " because its token was used twice");
                        case ERASED ->
                                byDaybook(
                                        e.userId(),
                                        "ended a session of somebody who is being erased");
                        case EXPIRED ->
                                byDaybook(
                                        e.userId(),
                                        "closed a session of " + WHOM + " that had expired");
                    };
            case IdentifierReleased e -> byDaybook(e.userId(), "gave back " + named(e.kind()));
            case UserErasureRequested e ->
                    byThemselves(e.userId(), "asked for an account to be erased for good");
            case UserErased e ->
                    byDaybook(e.userId(), "erased an account and everything that belonged to it");
            case SetupLinkIssued e -> byDaybook(null, "made the link for the first administrator");
            case AdministratorAppointed e ->
                    byThemselves(e.userId(), "became the first administrator");
        };
    }

    /** The device as somebody would speak of it: with Firefox on Linux, or at least on a phone. */
    private static String where(SessionStarted event) {
        String with = told(" with ", event.browser()) + told(" on ", event.operatingSystem());
        String device = event.device();
        return with.isEmpty() && device != null
                ? told(" on a ", device.toLowerCase(Locale.ROOT))
                : with;
    }

    private static String told(String before, @Nullable String part) {
        return part == null || part.equalsIgnoreCase(UNKNOWN) ? "" : before + part;
    }

    private static String named(IdentifierKind kind) {
        return switch (kind) {
            case EMAIL -> "an e-mail address";
            case USERNAME -> "a username";
        };
    }
}
