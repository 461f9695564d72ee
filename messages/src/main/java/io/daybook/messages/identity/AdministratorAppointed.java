package io.daybook.messages.identity;

import org.axonframework.serialization.Revision;

import java.util.UUID;

/** The setup link was used: the installation has its first administrator. */
@Revision("1")
public record AdministratorAppointed(UUID installationId, UUID userId)
        implements InstallationEvent {}
