package io.daybook.query.platform;

import io.daybook.messages.audit.DetailsRetired;
import io.daybook.messages.identity.UserErased;
import io.daybook.messages.identity.UserErasureRequested;
import io.daybook.platform.log.EventTypes;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Knows of every type of event whether it changes a projection. */
final class Interests {

    /** Nobody may miss that somebody is to be forgotten. */
    private static final Set<Class<?>> OF_ALL =
            Set.of(UserErasureRequested.class, UserErased.class);

    private final Projection projection;
    private final Map<Class<?>, Boolean> known = new ConcurrentHashMap<>();

    Interests(Projection projection) {
        this.projection = projection;
    }

    boolean include(Class<?> event) {
        return known.computeIfAbsent(event, this::isOne);
    }

    /** Every type of event that it has to be told of. */
    List<Class<?>> types() {
        return EventTypes.all().values().stream()
                .filter(type -> include(type) || type == DetailsRetired.class)
                .toList();
    }

    private boolean isOne(Class<?> event) {
        return OF_ALL.contains(event)
                || projection.events().stream().anyMatch(one -> one.isAssignableFrom(event));
    }
}
