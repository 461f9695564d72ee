package io.daybook.api;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.support.TypeBasedParameterResolver;

/** One workspace for all test classes that merely work in it; it is closed after the last one. */
final class SharedWorkspace extends TypeBasedParameterResolver<Workspace> {

    @Override
    public Workspace resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.create(SharedWorkspace.class))
                .computeIfAbsent(Workspace.class, none -> Workspace.open(), Workspace.class);
    }
}
