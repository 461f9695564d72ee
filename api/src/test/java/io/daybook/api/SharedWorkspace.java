package io.daybook.api;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.support.TypeBasedParameterResolver;

/**
 * One workspace for all tests of a class; it is closed after the last one. No longer: a Daybook
 * that stops takes the threads of Netty with it, which all in a process share.
 */
final class SharedWorkspace extends TypeBasedParameterResolver<Workspace> {

    @Override
    public Workspace resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getStore(Namespace.create(SharedWorkspace.class))
                .computeIfAbsent(Workspace.class, none -> Workspace.open(), Workspace.class);
    }
}
