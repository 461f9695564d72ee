package io.daybook.platform.log;

import io.daybook.messages.DataSubject;

import java.lang.reflect.RecordComponent;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whom stored events are about, for statements over the log. */
public final class Subjects {

    /** What tells that somebody is or was erased, as a list for SQL. */
    public static final String ERASURES =
            "('identity.UserErasureRequested', 'identity.UserErased')";

    private Subjects() {}

    /** The people whom an event names as those whom it is about: an array of uuid. */
    public static String in(String payload) {
        return EventTypes.all().values().stream()
                .flatMap(event -> Stream.of(event.getRecordComponents()))
                .filter(component -> component.isAnnotationPresent(DataSubject.class))
                .map(RecordComponent::getName)
                .distinct()
                .sorted()
                .map(name -> "(%s::json ->> '%s')::uuid".formatted(payload, name))
                .collect(Collectors.joining(", ", "array[", "]"));
    }
}
