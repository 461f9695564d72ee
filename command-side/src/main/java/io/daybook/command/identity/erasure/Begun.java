package io.daybook.command.identity.erasure;

import io.daybook.platform.bus.Origin;

import java.util.UUID;

/** An erasure that is not finished: of whom, and what brought it about. */
record Begun(UUID person, Origin origin) {}
