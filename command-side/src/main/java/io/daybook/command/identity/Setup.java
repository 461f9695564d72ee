package io.daybook.command.identity;

import io.daybook.messages.Secret;
import io.daybook.messages.identity.AdministratorAppointed;
import io.daybook.messages.identity.Installation;
import io.daybook.messages.identity.InstallationEvent;
import io.daybook.messages.identity.SetupLinkIssued;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.UUID;

/** The installation: whether it has its first administrator, and who may become it. */
record Setup(@Nullable String tokenHash, @Nullable UUID administrator) {

    static final Setup OPEN = new Setup(null, null);

    /** A new link voids the one before; nothing once there is an administrator. */
    List<InstallationEvent> issueLink(String newTokenHash) {
        return administrator == null
                ? List.of(new SetupLinkIssued(Installation.ID, newTokenHash))
                : List.of();
    }

    /** Takes the token of the newest link, once; the same command again changes nothing. */
    List<InstallationEvent> appoint(Secret token, UUID userId) {
        if (tokenHash == null || !LinkTokens.matches(token, tokenHash)) {
            throw new SetupNotOpen();
        }
        if (administrator != null && !administrator.equals(userId)) {
            throw new SetupNotOpen();
        }
        return administrator == null
                ? List.of(new AdministratorAppointed(Installation.ID, userId))
                : List.of();
    }

    /** Whether nobody else could look after the installation. */
    boolean isLastAdministrator(UUID userId) {
        return userId.equals(administrator);
    }

    Setup evolve(InstallationEvent event) {
        return switch (event) {
            case SetupLinkIssued issued -> new Setup(issued.tokenHash(), administrator);
            case AdministratorAppointed appointed -> new Setup(tokenHash, appointed.userId());
        };
    }
}
