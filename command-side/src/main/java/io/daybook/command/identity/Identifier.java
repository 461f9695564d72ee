package io.daybook.command.identity;

import io.daybook.messages.identity.IdentifierClaimed;
import io.daybook.messages.identity.IdentifierEvent;
import io.daybook.messages.identity.IdentifierKind;
import io.daybook.messages.identity.IdentifierReleased;
import io.daybook.messages.identity.TakenIdentifierTried;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** An e-mail address or username and the one person that it belongs to. */
record Identifier(@Nullable IdentifierClaimed claim, Window tries) {

    static final Identifier FREE = new Identifier(null, Window.EMPTY);

    /** A stranger's tries are told to the owner, and kept, once in this time. */
    static final Duration TOLD_ONCE_IN = Duration.ofHours(1);

    @Nullable UUID owner() {
        return claim == null ? null : claim.userId();
    }

    boolean isFor(UUID userId) {
        return claim == null || claim.userId().equals(userId);
    }

    /** Takes it for a person, or notes that it was tried in vain. */
    List<IdentifierEvent> claim(UUID identifierId, IdentifierKind kind, UUID userId, Instant now) {
        if (claim == null) {
            return List.of(new IdentifierClaimed(identifierId, kind, userId));
        }
        if (claim.userId().equals(userId) || !tries.admits(now, TOLD_ONCE_IN, 1)) {
            return List.of();
        }
        return List.of(new TakenIdentifierTried(identifierId, kind, claim.userId()));
    }

    /** Gives it back, for anybody to take; nothing when it is not this person's any more. */
    List<IdentifierEvent> release(UUID userId) {
        return claim == null || !claim.userId().equals(userId)
                ? List.of()
                : List.of(new IdentifierReleased(claim.identifierId(), claim.kind(), userId));
    }

    Identifier evolve(IdentifierEvent event, Instant at) {
        return switch (event) {
            case IdentifierClaimed claimed -> new Identifier(claimed, tries);
            case IdentifierReleased released -> FREE;
            case TakenIdentifierTried tried ->
                    new Identifier(claim, tries.counting(at, TOLD_ONCE_IN));
        };
    }
}
