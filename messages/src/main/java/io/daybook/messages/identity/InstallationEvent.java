package io.daybook.messages.identity;

import java.util.UUID;

/** What happens to the installation as a whole. */
public sealed interface InstallationEvent extends IdentityEvent
        permits SetupLinkIssued, AdministratorAppointed {

    /** The aggregate that it happened to. */
    UUID installationId();
}
