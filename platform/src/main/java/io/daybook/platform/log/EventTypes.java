package io.daybook.platform.log;

import io.daybook.messages.Detail;
import io.daybook.messages.assistant.AssistantEvent;
import io.daybook.messages.audit.AuditEvent;
import io.daybook.messages.connections.ConnectionsEvent;
import io.daybook.messages.identity.IdentityEvent;
import io.daybook.messages.projects.ProjectsEvent;

import org.axonframework.serialization.Revision;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The names under which events are stored: context and simple name, for example {@code
 * identity.UserRegistered}. Java's packages can move without touching the log; the samples of old
 * events pin the names.
 */
public final class EventTypes {

    private static final List<Class<?>> ROOTS =
            List.of(
                    IdentityEvent.class,
                    ConnectionsEvent.class,
                    ProjectsEvent.class,
                    AssistantEvent.class,
                    AuditEvent.class);

    private static final Map<String, Class<?>> BY_NAME = byName();

    // Both are asked for every event of a replay.
    private static final Map<String, Class<?>> QUICK = Map.copyOf(BY_NAME);
    private static final ClassValue<Optional<String>> NAMES =
            new ClassValue<>() {
                @Override
                protected Optional<String> computeValue(Class<?> type) {
                    String name = name(type);
                    return BY_NAME.get(name) == type ? Optional.of(name) : Optional.empty();
                }
            };

    private static final ClassValue<Boolean> DETAILS =
            new ClassValue<>() {
                @Override
                protected Boolean computeValue(Class<?> type) {
                    return isMarked(type);
                }
            };

    private EventTypes() {}

    /** Every event by its stored name, sorted. */
    public static Map<String, Class<?>> all() {
        return BY_NAME;
    }

    /** The stored name of an event's class; empty for classes that are not events of ours. */
    public static Optional<String> nameOf(Class<?> type) {
        return NAMES.get(type);
    }

    /** The class of a stored name. */
    public static Optional<Class<?>> classOf(String name) {
        return Optional.ofNullable(QUICK.get(name));
    }

    /** The current revision of an event. */
    public static String revisionOf(Class<?> type) {
        return type.getAnnotation(Revision.class).value();
    }

    /** Whether events of a stored name are details, which may be retired. */
    public static boolean isDetail(String name) {
        return classOf(name).filter(EventTypes::isDetail).isPresent();
    }

    /** Whether an event is a detail. */
    public static boolean isDetail(Class<?> type) {
        return DETAILS.get(type);
    }

    /** The stored names of all details, sorted. */
    public static List<String> details() {
        return BY_NAME.keySet().stream().filter(EventTypes::isDetail).toList();
    }

    // The mark stands at what the events of one aggregate have in common.
    private static boolean isMarked(Class<?> type) {
        return type.isAnnotationPresent(Detail.class)
                || Stream.of(type.getInterfaces()).anyMatch(EventTypes::isMarked);
    }

    private static Map<String, Class<?>> byName() {
        Map<String, Class<?>> found = new TreeMap<>();
        ROOTS.stream().flatMap(EventTypes::leaves).forEach(type -> found.put(name(type), type));
        return Collections.unmodifiableMap(found);
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        return type.isSealed()
                ? Stream.of(type.getPermittedSubclasses()).flatMap(EventTypes::leaves)
                : Stream.of(type);
    }

    private static String name(Class<?> type) {
        String context = type.getPackageName();
        return context.substring(context.lastIndexOf('.') + 1) + "." + type.getSimpleName();
    }
}
