package io.daybook.platform.log;

import io.daybook.messages.DataSubject;
import io.daybook.messages.PersonalData;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.stream.Stream;

/** Every event that the log can have, as its code says: what the docs and the API show of it. */
public final class EventCatalogue {

    private EventCatalogue() {}

    /**
     * An event: its stored name, its current revision, whether it is a detail that may be retired,
     * what it carries.
     */
    public record Kind(
            String name, String context, String revision, boolean detail, List<Field> fields) {}

    /**
     * Something that an event carries; personal fields are stored encrypted with the key of the
     * person whom the subject names.
     */
    public record Field(String name, String type, boolean personal, boolean subject) {}

    /** All of them by name. */
    public static List<Kind> kinds() {
        return EventTypes.all().entrySet().stream()
                .map(entry -> kind(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Kind kind(String name, Class<?> type) {
        return new Kind(
                name,
                name.substring(0, name.indexOf('.')),
                EventTypes.revisionOf(type),
                EventTypes.isDetail(type),
                Stream.of(type.getRecordComponents()).map(EventCatalogue::field).toList());
    }

    private static Field field(RecordComponent component) {
        return new Field(
                component.getName(),
                component.getType().getSimpleName(),
                component.isAnnotationPresent(PersonalData.class),
                component.isAnnotationPresent(DataSubject.class));
    }
}
