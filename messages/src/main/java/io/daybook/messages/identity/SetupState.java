package io.daybook.messages.identity;

import java.util.UUID;

/** Asks whether the first administrator is still missing; answered by a boolean. */
public record SetupState(UUID installationId) {}
