package io.daybook.platform.bus;

import io.daybook.platform.Identifiers;

import org.axonframework.common.IdentifierFactory;

/**
 * Gives messages identifiers that sort by time, so that the index over those of the events grows at
 * its end; Axon finds it as a service.
 */
public final class SortedIdentifiers extends IdentifierFactory {

    @Override
    public String generateIdentifier() {
        return Identifiers.next().toString();
    }
}
