package io.daybook.platform.proof;

import io.daybook.messages.audit.DetailsRetired;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;

/** What a row says was retired, as far as it can be read, and whether Daybook said so. */
final class RetirementStatement {

    private static final int TYPE_FIELD = 6;
    private static final int PAYLOAD_FIELD = 8;

    private final long position;
    private final byte[] leaf;
    private final @Nullable DetailsRetired said;
    private final long[] positions;

    private RetirementStatement(
            LogRow row, byte[] leaf, @Nullable DetailsRetired said, long[] positions) {
        this.position = row.position();
        this.leaf = leaf;
        this.said = said;
        this.positions = positions;
    }

    /** What cannot be read excuses nothing. */
    static RetirementStatement of(LogRow row, MessageDigest digest) {
        byte[] leaf = row.leaf(digest);
        String payload = row.text(PAYLOAD_FIELD);
        if (!Retirements.TYPE.equals(row.text(TYPE_FIELD)) || payload == null) {
            return new RetirementStatement(row, leaf, null, new long[0]);
        }
        try {
            DetailsRetired said = said(JsonMapper.shared().readTree(payload));
            return new RetirementStatement(row, leaf, said, PositionSet.read(said.positions()));
        } catch (JacksonException | IllegalArgumentException | DateTimeException illegible) {
            return new RetirementStatement(row, leaf, null, new long[0]);
        }
    }

    /** Of whatever revision: of the first nobody signed. */
    private static DetailsRetired said(JsonNode payload) {
        return new DetailsRetired(
                UUID.fromString(payload.required("retirementId").asString()),
                Instant.parse(payload.required("olderThan").asString()),
                payload.required("events").asLong(),
                payload.required("bytes").asLong(),
                payload.required("upToPosition").asLong(),
                payload.required("positions").asString(),
                payload.path("signature").asString(""));
    }

    /** Where events stood, before it, that it says were retired. */
    long[] retired() {
        return Arrays.stream(positions)
                .filter(retired -> retired > 0 && retired < position)
                .toArray();
    }

    boolean isAt(Block block, int index) {
        return index >= 0 && Arrays.equals(block.leaf(index), leaf);
    }

    boolean isUnsigned() {
        return said != null && said.signature().isEmpty();
    }

    /**
     * What shows that Daybook did not say so.
     *
     * @param unsignedUpTo up to where Daybook did not sign yet
     */
    Optional<LogFinding> forgery(String origin, Collection<NoteKey> keys, long unsignedUpTo) {
        return fault(origin, keys, unsignedUpTo)
                .map(
                        fault ->
                                new LogFinding(
                                        position,
                                        LogFinding.Kind.RETIREMENT_NOT_SIGNED,
                                        words() + fault + "."));
    }

    private Optional<String> fault(String origin, Collection<NoteKey> keys, long unsignedUpTo) {
        if (said == null) {
            return Optional.of("it cannot be read");
        }
        if (retired().length < positions.length) {
            return Optional.of("it names what came after it, which Daybook never does");
        }
        if (said.signature().isEmpty()) {
            return position <= unsignedUpTo
                    ? Optional.empty()
                    : Optional.of("it bears no signature");
        }
        return RetirementNote.isSignedBy(said, origin, keys)
                ? Optional.empty()
                : Optional.of("its signature is not that of a known key of this log");
    }

    private String words() {
        return positions.length == 0
                ? "What says here that events were retired was not made by Daybook: "
                : ("What says here that %d events from position %d up to %d were retired was not"
                                + " made by Daybook; somebody may have removed them: ")
                        .formatted(positions.length, positions[0], positions[positions.length - 1]);
    }

    /** How many events it names. */
    int events() {
        return positions.length;
    }
}
