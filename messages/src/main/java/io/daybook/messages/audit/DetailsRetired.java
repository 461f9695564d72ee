package io.daybook.messages.audit;

import org.axonframework.serialization.Revision;

import java.time.Instant;
import java.util.UUID;

/**
 * Details from before a moment (the beginning of a day, UTC) left the log: so many events of so
 * many bytes, the last of them at a position. Their hashes stay in its chain.
 *
 * @param positions at which they stood: from one to the next in variable-length numbers, deflated,
 *     in Base64
 * @param signature over all of this and the name of the log, by the key that signs checkpoints, as
 *     a line of a signed note has it; empty from before retirements were signed
 */
@Revision("2")
public record DetailsRetired(
        UUID retirementId,
        Instant olderThan,
        long events,
        long bytes,
        long upToPosition,
        String positions,
        String signature)
        implements RetirementEvent {}
