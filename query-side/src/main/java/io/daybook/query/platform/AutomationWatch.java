package io.daybook.query.platform;

import io.daybook.messages.audit.AutomationList;
import io.daybook.messages.audit.AutomationStatus;
import io.daybook.platform.bus.Automations;

import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.StreamableMessageSource;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * How far the automations have come, from what is stored: the same whichever node runs them. One
 * that fails again and again without parking the event shows by standing still.
 */
public final class AutomationWatch {

    /** Longer than those that have nothing to do take to store that they have moved on. */
    private static final long PATIENCE = Duration.ofSeconds(30).toNanos();

    private final StoredTokens tokens;
    private final Automations automations;
    private final StreamableMessageSource<TrackedEventMessage<?>> log;
    private final LongSupplier nanos;
    private final Map<String, Stand> stands = new ConcurrentHashMap<>();

    AutomationWatch(
            StoredTokens tokens,
            Automations automations,
            StreamableMessageSource<TrackedEventMessage<?>> log,
            LongSupplier nanos) {
        this.tokens = tokens;
        this.automations = automations;
        this.log = log;
        this.nanos = nanos;
    }

    /** Looks at all of them. */
    public AutomationList look() {
        Map<String, Long> positions = tokens.ofAutomations();
        positions.keySet().retainAll(automations.names());
        long head = LogTokens.positionOf(log.createHeadToken());
        List<AutomationStatus> found =
                positions.entrySet().stream()
                        .map(one -> status(one.getKey(), one.getValue(), head))
                        .toList();
        return new AutomationList(found);
    }

    private AutomationStatus status(String name, long position, long head) {
        Stand stand =
                stands.compute(
                        name,
                        (same, last) ->
                                last != null
                                                && last.position() == position
                                                && position < last.head()
                                        ? last
                                        : new Stand(position, head, nanos.getAsLong()));
        boolean stuck = position < stand.head() && nanos.getAsLong() - stand.since() > PATIENCE;
        return new AutomationStatus(name, position, head, stuck);
    }

    /** Where an automation stood, since when it was seen there, and where the log ended then. */
    private record Stand(long position, long head, long since) {}
}
