package io.daybook.command.identity.erasure;

import java.util.UUID;

/** An erasure that is not finished: of whom, and the event that caused it. */
record Begun(UUID person, UUID cause) {}
