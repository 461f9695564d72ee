package io.daybook.query.platform;

import io.daybook.platform.Identifiers;
import io.daybook.platform.log.EventTypes;

import org.axonframework.eventhandling.GenericDomainEventMessage;

import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Finds out which events a projection takes up by handing it one of each and looking whether it
 * notes a change: so the catalogue says what the code does, and nobody has to declare it.
 */
public final class EventTrial {

    private static final UUID SOMETHING = new UUID(0, 1);

    private EventTrial() {}

    /** The names of the events that a projection takes up. */
    public static List<String> events(Projection projection) {
        return EventTypes.all().entrySet().stream()
                .filter(entry -> takesUp(projection, blank(entry.getValue())))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static boolean takesUp(Projection projection, Object event) {
        Batch batch = new Batch("trial");
        projection.apply(
                new GenericDomainEventMessage<>(
                        "Trial",
                        SOMETHING.toString(),
                        0,
                        event,
                        Map.of(),
                        Identifiers.next().toString(),
                        Instant.EPOCH),
                0,
                batch);
        return !batch.isEmpty();
    }

    private static Object blank(Class<?> event) {
        RecordComponent[] components = event.getRecordComponents();
        try {
            return event.getDeclaredConstructor(
                            Stream.of(components)
                                    .map(RecordComponent::getType)
                                    .toArray(Class<?>[]::new))
                    .newInstance(
                            Stream.of(components).map(part -> blankPart(part.getType())).toArray());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("There is no blank " + event, e);
        }
    }

    private static Object blankPart(Class<?> type) {
        if (type == UUID.class) {
            return SOMETHING;
        } else if (type == String.class) {
            return "";
        } else if (type == Instant.class) {
            return Instant.EPOCH;
        } else if (type == long.class || type == Long.class) {
            return 0L;
        } else if (type == int.class || type == Integer.class) {
            return 0;
        } else if (type == boolean.class || type == Boolean.class) {
            return false;
        } else if (type == List.class) {
            return List.of();
        } else if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        throw new IllegalArgumentException("There is no blank " + type);
    }
}
