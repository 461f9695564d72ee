package io.daybook.messages.identity;

import java.util.UUID;

/** The installation as an aggregate: there is one per log, so its identifier is a constant. */
public final class Installation {

    /** The one identifier, the same in every log. */
    public static final UUID ID = new UUID(0x0000000000008000L, 0x8000000000000001L);

    private Installation() {}
}
