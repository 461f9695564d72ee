package io.daybook.platform.log;

import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;

/**
 * Every step that an old event takes on its way to the current revision, in order; one class per
 * step.
 */
public final class Upcasters {

    private Upcasters() {}

    /** The chain through which each stored event is read. */
    public static EventUpcaster chain() {
        return new EventUpcasterChain(
                new ConnectionEstablishedV1ToV2(), new DetailsRetiredV1ToV2());
    }
}
