package io.daybook.platform.proof;

import io.daybook.messages.connections.ToolAnswered;
import io.daybook.messages.connections.ToolCalled;
import io.daybook.messages.identity.EmailVerified;
import io.daybook.platform.Identifiers;
import io.daybook.platform.TestNode;
import io.daybook.platform.log.Events;
import io.daybook.platform.postgres.TestDatabase;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import javax.sql.DataSource;

/** A log with its chain, to be tampered with: no keeper of its own moves it on. */
final class TestLog implements AutoCloseable {

    final TestDatabase database = TestDatabase.create();
    final TestNode node;
    final JdbcTemplate jdbc;
    final LogChain chain;
    final LogProof proof;
    final Checkpoints checkpoints;
    final TransactionTemplate transactions;
    final UUID user = Identifiers.next();
    private int sequence;

    TestLog(Path data) {
        node = TestNode.start(database, data);
        node.get(LogChainKeeper.class).stop();
        jdbc = new JdbcTemplate(node.get(DataSource.class));
        transactions = new TransactionTemplate(node.get(PlatformTransactionManager.class));
        chain = node.get(LogChain.class);
        proof = node.get(LogProof.class);
        checkpoints = node.get(Checkpoints.class);
    }

    /** Appends so many events, each of its own. */
    void write(int events) {
        EventStorageEngine storage = node.get(EventStorageEngine.class);
        for (int count = 0; count < events; count++) {
            storage.appendEvents(
                    Events.message(
                            user,
                            sequence,
                            sequence == 0 ? Events.registered(user) : new EmailVerified(user)));
            sequence++;
        }
    }

    /** Appends an event that happened at a time. */
    void append(Instant at, UUID aggregate, long sequence, Object payload) {
        DomainEventMessage<?> message = Events.message(aggregate, sequence, payload);
        node.get(EventStorageEngine.class)
                .appendEvents(
                        new GenericDomainEventMessage<>(
                                message.getType(),
                                message.getAggregateIdentifier(),
                                sequence,
                                payload,
                                message.getMetaData(),
                                message.getIdentifier(),
                                at));
    }

    /** A tool was called by the user, and answered at once; a detail. */
    void callTool(Instant at) {
        UUID id = Identifiers.next();
        append(at, id, 0, called(id));
        append(at, id, 1, answered(id));
    }

    ToolCalled called(UUID id) {
        return new ToolCalled(id, user, user, null, "run_query", "{}");
    }

    ToolAnswered answered(UUID id) {
        return new ToolAnswered(id, user, "run_query", 3, 80, 5);
    }

    /** Chains them, so many in a block. */
    void writeChained(int blocks, int events) {
        for (int block = 0; block < blocks; block++) {
            write(events);
            chainAll();
        }
    }

    void chainAll() {
        int chained = chain.extend();
        while (chained > 0) {
            chained = chain.extend();
        }
    }

    Checkpoint sign() {
        return Objects.requireNonNull(
                transactions.execute(status -> checkpoints.take().checkpoint()));
    }

    LogVerdict verify(Checkpoint... kept) {
        return verify(List.of(kept), List.of());
    }

    LogVerdict verify(List<Checkpoint> kept, List<NoteKey> trusted) {
        try {
            return proof.verify(kept, trusted, 2, events -> {});
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    void sql(String statement) {
        jdbc.execute(statement);
    }

    @Override
    public void close() {
        node.close();
    }
}
