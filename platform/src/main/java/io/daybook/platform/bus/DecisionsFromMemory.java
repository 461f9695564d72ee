package io.daybook.platform.bus;

import io.daybook.messages.Refusal;

import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.eventsourcing.EventSourcedAggregate;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import javax.sql.DataSource;

/**
 * Lets no command decide by what this node remembers of an aggregate when another node has written
 * to it since. Whoever writes to the aggregate is judged by the log when the event is appended; who
 * only looked at it (a password compared, a refusal, nothing to be done) is judged here, by one
 * question for all that came from memory. What was out of date is forgotten, and the command fails
 * with a {@link ConcurrencyException}, which callers answer by sending it again.
 */
public final class DecisionsFromMemory implements MessageHandlerInterceptor<CommandMessage<?>> {

    private static final String TAKEN = DecisionsFromMemory.class.getName();
    private static final long NOTHING_YET = -1;
    private static final String WRITTEN_SINCE =
            """
            select exists (
                select from unnest(?::uuid[], ?::bigint[]) as taken (id, version)
                join domain_event on aggregate_id = id and sequence_number = version + 1)
            """;

    private final DataSource pool;

    /**
     * @param pool connections outside of any transaction: looking is no part of what a command
     *     commits
     */
    public DecisionsFromMemory(DataSource pool) {
        this.pool = pool;
    }

    /** The command on this thread takes an aggregate from memory. */
    static void take(EventSourcedAggregate<?> aggregate) {
        if (CurrentUnitOfWork.isStarted()) {
            CurrentUnitOfWork.get()
                    .<List<Taken>>getOrComputeResource(TAKEN, key -> new ArrayList<>())
                    .add(new Taken(aggregate, versionOf(aggregate)));
        }
    }

    @Override
    public @Nullable Object handle(
            UnitOfWork<? extends CommandMessage<?>> work, InterceptorChain chain) throws Exception {
        Object result;
        try {
            result = chain.proceed();
        } catch (Refusal refusal) {
            check(work, refusal);
            throw refusal;
        }
        check(work, null);
        return result;
    }

    private void check(UnitOfWork<?> work, @Nullable Refusal refusal) throws SQLException {
        List<Taken> taken = work.getResource(TAKEN);
        if (taken == null) {
            return;
        }
        List<Taken> onlyRead = taken.stream().filter(Taken::isUnchanged).toList();
        if (!onlyRead.isEmpty() && writtenSince(onlyRead)) {
            throw new ConcurrencyException("Another node was first", refusal);
        }
    }

    private boolean writtenSince(List<Taken> taken) throws SQLException {
        try (Connection connection = pool.getConnection();
                PreparedStatement statement = connection.prepareStatement(WRITTEN_SINCE)) {
            Array identifiers =
                    connection.createArrayOf(
                            "text", taken.stream().map(Taken::identifier).toArray());
            statement.setArray(1, identifiers);
            statement.setObject(2, taken.stream().mapToLong(Taken::version).toArray());
            try (ResultSet found = statement.executeQuery()) {
                found.next();
                return found.getBoolean(1);
            }
        }
    }

    private static long versionOf(EventSourcedAggregate<?> aggregate) {
        Long version = aggregate.version();
        return version == null ? NOTHING_YET : version;
    }

    private record Taken(EventSourcedAggregate<?> aggregate, long version) {

        boolean isUnchanged() {
            return versionOf(aggregate) == version;
        }

        String identifier() {
            return aggregate.identifierAsString();
        }
    }
}
