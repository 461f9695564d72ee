package io.daybook.platform.bus;

import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Method;
import java.util.stream.Stream;

/**
 * Finds the aggregate that a command is for: the component of the record with {@link
 * TargetAggregateIdentifier}. Axon's own resolver searches the annotations of all methods for every
 * command, which took a tenth of a command's time; this one searches once for each type.
 */
public final class RecordTargets implements CommandTargetResolver {

    private static final ClassValue<MethodHandle> TARGET =
            new ClassValue<>() {
                @Override
                protected MethodHandle computeValue(Class<?> command) {
                    return Stream.of(command.getMethods())
                            .filter(
                                    method ->
                                            method.isAnnotationPresent(
                                                    TargetAggregateIdentifier.class))
                            .findFirst()
                            .map(RecordTargets::handle)
                            .orElseThrow(
                                    () ->
                                            new IllegalArgumentException(
                                                    command + " does not say what it is for"));
                }
            };

    @Override
    public VersionedAggregateIdentifier resolveTarget(CommandMessage<?> command) {
        Object payload = command.getPayload();
        try {
            return new VersionedAggregateIdentifier(
                    (Object) TARGET.get(payload.getClass()).invoke(payload), null);
        } catch (RuntimeException | Error failure) {
            throw failure;
        } catch (Throwable failure) {
            throw new IllegalArgumentException(
                    "The target of " + payload.getClass() + " cannot be read", failure);
        }
    }

    private static MethodHandle handle(Method accessor) {
        try {
            return MethodHandles.publicLookup().unreflect(accessor);
        } catch (IllegalAccessException failure) {
            throw new IllegalArgumentException(accessor + " cannot be called", failure);
        }
    }
}
