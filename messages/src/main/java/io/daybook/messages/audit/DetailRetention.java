package io.daybook.messages.audit;

import java.util.UUID;

/**
 * How long details are kept, as an aggregate: there is one per log, so its identifier is a
 * constant.
 */
public final class DetailRetention {

    /** The one identifier, the same in every log. */
    public static final UUID ID = new UUID(0x0000000000008000L, 0x8000000000000002L);

    /** Nobody may retire what is younger, in days. */
    public static final int LEAST_DAYS = 7;

    /** As good as for ever, in days. */
    public static final int MOST_DAYS = 3650;

    private DetailRetention() {}
}
