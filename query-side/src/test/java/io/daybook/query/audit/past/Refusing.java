package io.daybook.query.audit.past;

import io.daybook.messages.projects.ProjectRenamed;
import io.daybook.platform.log.LogHistory;
import io.daybook.query.QueryNode;
import io.daybook.query.audit.Telling;
import io.daybook.query.platform.Batch;
import io.daybook.query.platform.Projection;
import io.daybook.query.platform.Table;

import org.axonframework.eventhandling.EventMessage;

import java.time.Clock;
import java.util.List;
import java.util.Set;

/** A read model that cannot take in every event: another one keeps the rows. */
record Refusing(Projection projection, String word) implements Projection {

    /** The past of projects, where renaming to one name cannot be taken in. */
    static PastQueries renames(String word, QueryNode node) {
        Kind<?> projects = node.get(Kinds.class).named("projects");
        return new PastQueries(
                new Kinds(List.of(refusing(projects, word))),
                node.get(LogHistory.class),
                new Telling(node.jdbc()),
                Clock.systemUTC());
    }

    private static <R extends Record> Kind<R> refusing(Kind<R> kind, String word) {
        return new Kind<>(
                kind.name(),
                kind.beginning(),
                new Refusing(kind.projection(), word),
                kind.table(),
                kind.feeds(),
                kind.owner(),
                kind.deleted(),
                kind.over(),
                kind.look());
    }

    @Override
    public String name() {
        return projection.name();
    }

    @Override
    public String description() {
        return projection.description();
    }

    @Override
    public List<Table<?>> tables() {
        return projection.tables();
    }

    @Override
    public Set<Class<?>> queries() {
        return projection.queries();
    }

    @Override
    public void apply(EventMessage<?> event, long position, Batch batch) {
        if (event.getPayload() instanceof ProjectRenamed renamed && word.equals(renamed.name())) {
            batch.forgetWhere(projection.tables().getFirst(), "owner_id", renamed.ownerId());
            throw new IllegalStateException("This name was never heard of");
        }
        projection.apply(event, position, batch);
    }
}
