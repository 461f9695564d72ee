package io.daybook.messages.identity;

import org.axonframework.serialization.Revision;

import java.util.UUID;

/** A one-time link for the first administrator was made; only the hash of its token is kept. */
@Revision("1")
public record SetupLinkIssued(UUID installationId, String tokenHash) implements InstallationEvent {}
