package io.daybook.query.audit.past;

import io.daybook.messages.identity.UserErased;
import io.daybook.messages.identity.UserErasureRequested;
import io.daybook.platform.log.LogHistory;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * People whose erasure has begun and not ended: their keys may still be there, and yet nobody is to
 * read them any more. Afterwards there is nothing left to read.
 */
final class Leaving {

    private static final List<Class<?>> STEPS =
            List.of(UserErasureRequested.class, UserErased.class);

    private Leaving() {}

    /** Those of some people who are being erased, as of a position of the log. */
    static Set<UUID> among(Collection<UUID> people, LogHistory log, long upTo) {
        Set<UUID> leaving = new HashSet<>();
        for (LogHistory.Named step : log.eventsNaming("userId", STEPS, people, upTo)) {
            if (step.event().getPayload() instanceof UserErased) {
                leaving.remove(step.name());
            } else {
                leaving.add(step.name());
            }
        }
        return leaving;
    }
}
