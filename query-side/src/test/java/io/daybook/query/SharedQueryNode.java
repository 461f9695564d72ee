package io.daybook.query;

import io.daybook.platform.postgres.TestDatabase;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.support.TypeBasedParameterResolver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;

/** One query side for all test classes that merely add to the log and ask; it ends with them. */
public final class SharedQueryNode extends TypeBasedParameterResolver<QueryNode> {

    @Override
    public QueryNode resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.create(SharedQueryNode.class))
                .computeIfAbsent(QueryNode.class, none -> start(), QueryNode.class);
    }

    private static QueryNode start() {
        try {
            return QueryNode.start(
                    TestDatabase.create(), Files.createTempDirectory("daybook-test"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
