package io.daybook.platform.bus;

import java.util.UUID;

/** Knows which projections are being built anew: what happens to generations is no event. */
public interface Rebuilds {

    /** The processing group that carries out what is ordered for projections. */
    String GROUP = "rebuild-requests";

    /** Whether a generation of a projection is being built, or one was ordered a moment ago. */
    boolean isUnderWay(UUID projectionId, String projection);
}
