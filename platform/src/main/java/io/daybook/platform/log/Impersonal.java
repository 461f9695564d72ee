package io.daybook.platform.log;

import io.daybook.messages.PersonalData;

import org.jspecify.annotations.Nullable;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Events as they will read once the person whom they are about is erased. */
public final class Impersonal {

    private static final ClassValue<Optional<Shape>> SHAPES =
            new ClassValue<>() {
                @Override
                protected Optional<Shape> computeValue(Class<?> event) {
                    return Shape.of(event);
                }
            };

    private Impersonal() {}

    /** The event without its personal data: the same object where it has none. */
    public static Object copy(Object event) {
        return SHAPES.get(event.getClass()).<Object>map(shape -> shape.copy(event)).orElse(event);
    }

    /** How to copy a record: the accessor of each component, none where it is personal. */
    private record Shape(Constructor<?> constructor, List<Optional<Method>> kept) {

        static Optional<Shape> of(Class<?> event) {
            RecordComponent[] components = event.getRecordComponents();
            return components == null || Stream.of(components).noneMatch(Shape::isPersonal)
                    ? Optional.empty()
                    : Optional.of(
                            new Shape(
                                    canonicalConstructor(event, components),
                                    Stream.of(components).map(Shape::accessor).toList()));
        }

        Object copy(Object event) {
            try {
                @Nullable Object[] values = new @Nullable Object[kept.size()];
                for (int i = 0; i < values.length; i++) {
                    Method accessor = kept.get(i).orElse(null);
                    values[i] = accessor == null ? null : accessor.invoke(event);
                }
                return constructor.newInstance(values);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(event.getClass() + " cannot be copied", e);
            }
        }

        private static Optional<Method> accessor(RecordComponent component) {
            return isPersonal(component) ? Optional.empty() : Optional.of(component.getAccessor());
        }

        private static boolean isPersonal(RecordComponent component) {
            return component.isAnnotationPresent(PersonalData.class);
        }

        private static Constructor<?> canonicalConstructor(
                Class<?> event, RecordComponent[] components) {
            try {
                return event.getDeclaredConstructor(
                        Stream.of(components)
                                .map(RecordComponent::getType)
                                .toArray(Class<?>[]::new));
            } catch (NoSuchMethodException e) {
                throw new IllegalStateException(event + " has no canonical constructor", e);
            }
        }
    }
}
