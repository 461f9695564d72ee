package io.daybook.platform.bus;

import io.daybook.platform.log.Subjects;

import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventMessageHandler;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;
import org.axonframework.messaging.ResultMessage;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.axonframework.messaging.deadletter.ThrowableCause;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * The parked events of the automations of this process: tries them again or passes over them. Axon
 * can do the former too, but one more failure would roll back what it notes of it.
 */
public final class Automations {

    /** How often a parked event was tried, among what is noted of it; absent means once. */
    public static final String ATTEMPTS = "attempts";

    private final Supplier<Configuration> axon;
    private final TransactionManager transactions;
    private final Executor threads;
    private final JdbcClient jdbc;

    public Automations(
            Supplier<Configuration> axon,
            TransactionManager transactions,
            Executor threads,
            JdbcClient jdbc) {
        this.axon = axon;
        this.transactions = transactions;
        this.threads = threads;
        this.jdbc = jdbc;
    }

    /** The names of those that run in this process. */
    public Set<String> names() {
        return axon.get().eventProcessingConfiguration().eventProcessors().keySet();
    }

    /**
     * Tries the parked events of one thing again, in order, until one fails. It does so on another
     * thread, so that a failure leaves the transaction of whoever asks alone.
     */
    public void retry(String group, UUID sequence) {
        queue(group)
                .ifPresent(
                        queue ->
                                CompletableFuture.runAsync(
                                                () -> {
                                                    forgetErased();
                                                    tryAll(group, queue, sequence);
                                                },
                                                threads)
                                        .join());
    }

    /**
     * Lets nothing wait any more that is about somebody who was erased: their erasure did all there
     * is to do. What tells of the erasure itself stays.
     */
    public void forgetErased() {
        jdbc.sql(
                        """
                        delete from automation_dead_letter letter
                        where letter.payload_type not in %1$s and exists (
                          select from domain_event first, domain_event erased
                          where first.aggregate_id = letter.sequence_identifier::uuid and first.sequence_number = 0
                            and erased.payload_type = 'identity.UserErased'
                            and erased.aggregate_id = any (first.aggregate_id || %2$s || %3$s))
                        """
                                .formatted(
                                        Subjects.ERASURES,
                                        Subjects.in("first.payload"),
                                        Subjects.in("convert_from(letter.payload, 'UTF8')")))
                .update();
    }

    /** Passes over the first parked event of one thing and tries those behind it. */
    public void skip(String group, UUID sequence, UUID event) {
        queue(group)
                .ifPresent(
                        queue ->
                                CompletableFuture.runAsync(
                                                () -> {
                                                    forgetErased();
                                                    evictFirst(queue, sequence, event);
                                                    tryAll(group, queue, sequence);
                                                },
                                                threads)
                                        .join());
    }

    private static void evictFirst(
            SequencedDeadLetterQueue<EventMessage<?>> queue, UUID sequence, UUID event) {
        for (DeadLetter<? extends EventMessage<?>> first :
                queue.deadLetterSequence(sequence.toString())) {
            if (first.message().getIdentifier().equals(event.toString())) {
                queue.evict(first);
            }
            return;
        }
    }

    private void tryAll(
            String group, SequencedDeadLetterQueue<EventMessage<?>> queue, UUID sequence) {
        List<EventMessageHandler> handlers = handlers(group);
        for (DeadLetter<? extends EventMessage<?>> letter :
                queue.deadLetterSequence(sequence.toString())) {
            if (!isHandled(handlers, queue, letter)) {
                return;
            }
        }
    }

    private boolean isHandled(
            List<EventMessageHandler> handlers,
            SequencedDeadLetterQueue<EventMessage<?>> queue,
            DeadLetter<? extends EventMessage<?>> letter) {
        DefaultUnitOfWork<? extends EventMessage<?>> unit =
                DefaultUnitOfWork.startAndGet(letter.message());
        unit.attachTransaction(transactions);
        ResultMessage<?> result =
                unit.executeWithResult(
                        () -> {
                            for (EventMessageHandler handler : handlers) {
                                handler.handle(letter.message());
                            }
                            queue.evict(letter);
                            return null;
                        });
        if (result.isExceptional()) {
            Throwable failure = result.exceptionResult();
            queue.requeue(letter, again -> failedAgain(again, failure));
        }
        return !result.isExceptional();
    }

    private static DeadLetter<? extends EventMessage<?>> failedAgain(
            DeadLetter<? extends EventMessage<?>> letter, Throwable failure) {
        int attempts =
                letter.diagnostics().get(ATTEMPTS) instanceof Number before
                        ? before.intValue() + 1
                        : 2;
        return letter.withCause(
                        new ThrowableCause(failure.getClass().getName(), Fault.words(failure)))
                .withDiagnostics(letter.diagnostics().and(ATTEMPTS, attempts));
    }

    private List<EventMessageHandler> handlers(String group) {
        return axon.get()
                .eventProcessingConfiguration()
                .sequencedDeadLetterProcessor(group)
                .filter(SimpleEventHandlerInvoker.class::isInstance)
                .map(SimpleEventHandlerInvoker.class::cast)
                .map(SimpleEventHandlerInvoker::eventHandlers)
                .orElseThrow();
    }

    private Optional<SequencedDeadLetterQueue<EventMessage<?>>> queue(String group) {
        EventProcessingConfiguration processing = axon.get().eventProcessingConfiguration();
        return processing.eventProcessorByProcessingGroup(group).isPresent()
                ? processing.deadLetterQueue(group)
                : Optional.empty();
    }
}
