package io.daybook.api.audit;

import io.daybook.messages.Refusal;
import io.daybook.messages.audit.AcceptRebuild;
import io.daybook.messages.audit.CancelRebuild;
import io.daybook.messages.audit.DropGeneration;
import io.daybook.messages.audit.GenerationOrder;
import io.daybook.messages.audit.OldGeneration;
import io.daybook.messages.audit.PauseRebuild;
import io.daybook.messages.audit.ProjectionStatus;
import io.daybook.messages.audit.RebuildStatus;
import io.daybook.messages.audit.ResumeRebuild;
import io.daybook.messages.audit.ReturnToGeneration;

import java.util.Locale;
import java.util.UUID;

/** What can be ordered for a generation, and what must be the case for it. */
public enum GenerationOrderKind {
    PAUSE,
    RESUME,
    CANCEL,
    ACCEPT,
    RETURN,
    DROP;

    /** The order of a path segment. */
    static GenerationOrderKind of(String segment) {
        return valueOf(segment.toUpperCase(Locale.ROOT));
    }

    /** The command, or a refusal when there is nothing to which it could apply. */
    GenerationOrder on(UUID id, ProjectionStatus projection) {
        String name = projection.name();
        return switch (this) {
            case PAUSE -> new PauseRebuild(id, name, rebuild(projection).generation());
            case RESUME -> new ResumeRebuild(id, name, rebuild(projection).generation());
            case CANCEL -> new CancelRebuild(id, name, rebuild(projection).generation());
            case ACCEPT -> new AcceptRebuild(id, name, differing(projection).generation());
            case RETURN -> new ReturnToGeneration(id, name, returnable(projection).generation());
            case DROP -> new DropGeneration(id, name, old(projection).generation());
        };
    }

    private static RebuildStatus rebuild(ProjectionStatus projection) {
        RebuildStatus rebuild = projection.rebuild();
        if (rebuild == null) {
            throw conflict("no-rebuild", "This projection is not being rebuilt.");
        }
        if (rebuild.cause().equals("first")) {
            throw conflict(
                    "first-generation",
                    "This projection is built for the first time. Let it finish.");
        }
        return rebuild;
    }

    private static RebuildStatus differing(ProjectionStatus projection) {
        RebuildStatus rebuild = rebuild(projection);
        if (rebuild.comparison() == null || rebuild.comparison().same()) {
            throw conflict(
                    "nothing-to-decide",
                    "The rebuilt projection does not differ from the live one.");
        }
        return rebuild;
    }

    private static OldGeneration old(ProjectionStatus projection) {
        OldGeneration old = projection.old();
        if (old == null) {
            throw conflict("no-old-generation", "No earlier generation is kept.");
        }
        return old;
    }

    private static OldGeneration returnable(ProjectionStatus projection) {
        OldGeneration old = old(projection);
        if (!old.returnable()) {
            throw conflict(
                    "generation-too-old",
                    "The earlier generation was made for another version of Daybook.");
        }
        if (projection.rebuild() != null) {
            throw conflict("rebuild-under-way", "Give up the rebuild first, or let it finish.");
        }
        return old;
    }

    private static Refusal conflict(String type, String message) {
        return new Refusal(Refusal.Kind.CONFLICT, type, message);
    }
}
