package io.daybook.query.platform;

import io.daybook.messages.identity.UserErased;
import io.daybook.messages.identity.UserErasureRequested;

import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.jspecify.annotations.Nullable;

import java.util.UUID;

/**
 * Tells whom the read models have to forget: when the erasure begins, so that generations built
 * before and after the key is destroyed are alike from then on, and once more when it ends.
 */
public final class Erased {

    private static final long NOWHERE = -1;

    private Erased() {}

    /** What an erasure changes in a generation, whenever it is done. */
    static Batch from(Projection projection, Generation generation, UUID person) {
        Batch batch = new Batch(generation.schema());
        projection.apply(
                new GenericEventMessage<>(new UserErasureRequested(person)), NOWHERE, batch);
        projection.apply(new GenericEventMessage<>(new UserErased(person)), NOWHERE, batch);
        return batch;
    }

    /** The person, if an event is about erasing one. */
    public static @Nullable UUID person(EventMessage<?> event) {
        return switch (event.getPayload()) {
            case UserErasureRequested requested -> requested.userId();
            case UserErased erased -> erased.userId();
            default -> null;
        };
    }
}
