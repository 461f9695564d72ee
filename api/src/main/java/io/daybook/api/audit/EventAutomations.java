package io.daybook.api.audit;

import io.daybook.platform.log.EventTypes;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.util.ClassUtils;
import org.springframework.util.function.SingletonSupplier;

import java.lang.reflect.Method;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Which automations of this node take up which events, as their handlers say. */
final class EventAutomations {

    private final SingletonSupplier<List<Automation>> all;

    EventAutomations(ListableBeanFactory beans) {
        this.all = SingletonSupplier.of(() -> find(beans));
    }

    /** The names of those that take up an event. */
    List<String> of(String event) {
        Class<?> type = EventTypes.classOf(event).orElseThrow();
        return all.obtain().stream()
                .filter(automation -> automation.takesUp(type))
                .map(Automation::name)
                .toList();
    }

    private static List<Automation> find(ListableBeanFactory beans) {
        return Stream.of(beans.getBeanNamesForAnnotation(ProcessingGroup.class))
                .map(beans::getType)
                .filter(Objects::nonNull)
                .map(EventAutomations::automation)
                .sorted(Comparator.comparing(Automation::name))
                .toList();
    }

    private static Automation automation(Class<?> bean) {
        Class<?> type = ClassUtils.getUserClass(bean);
        List<Class<?>> taken =
                Stream.of(type.getDeclaredMethods())
                        .filter(method -> method.isAnnotationPresent(EventHandler.class))
                        .<Class<?>>map(EventAutomations::firstParameter)
                        .toList();
        return new Automation(type.getAnnotation(ProcessingGroup.class).value(), taken);
    }

    private static Class<?> firstParameter(Method handler) {
        return handler.getParameterTypes()[0];
    }

    private record Automation(String name, List<Class<?>> taken) {

        // those that follow everything only to tell browsers of it answer no event in particular
        boolean takesUp(Class<?> event) {
            return taken.stream().anyMatch(one -> one.isAssignableFrom(event));
        }
    }
}
