package io.daybook.platform.bus;

import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.deadletter.Decisions;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.axonframework.messaging.deadletter.ThrowableCause;
import org.axonframework.serialization.Serializer;
import org.axonframework.springboot.EventProcessorProperties;
import org.axonframework.springboot.util.DeadLetterQueueProviderConfigurerModule;

import java.util.Set;
import java.util.function.Function;

import javax.sql.DataSource;

/**
 * Has every automation that keeps its token park the events that it cannot handle, with those of
 * the same thing behind them, and go on with everything else. It stands in for the module by which
 * Axon leaves that to settings.
 */
public final class AutomationParking extends DeadLetterQueueProviderConfigurerModule {

    private final Function<
                    String, Function<Configuration, SequencedDeadLetterQueue<EventMessage<?>>>>
            queues;
    private final Savepoints savepoints;
    private final Set<String> forgetful;

    private AutomationParking(
            Function<String, Function<Configuration, SequencedDeadLetterQueue<EventMessage<?>>>>
                    queues,
            Savepoints savepoints,
            Set<String> forgetful) {
        super(new EventProcessorProperties(), queues);
        this.queues = queues;
        this.savepoints = savepoints;
        this.forgetful = forgetful;
    }

    /** Parks in the table {@code automation_dead_letter}, except for those that forget. */
    public static AutomationParking of(
            DataSource dataSource,
            ConnectionProvider connections,
            TransactionManager transactions,
            Serializer eventSerializer,
            Serializer serializer,
            Set<String> forgetful) {
        Savepoints savepoints = new Savepoints(dataSource);
        return new AutomationParking(
                group ->
                        configuration ->
                                new AutomationQueue(
                                        group,
                                        connections,
                                        transactions,
                                        eventSerializer,
                                        serializer,
                                        savepoints),
                savepoints,
                forgetful);
    }

    @Override
    public void configureModule(Configurer configurer) {
        configurer
                .eventProcessing()
                .registerDeadLetterQueueProvider(
                        group -> forgetful.contains(group) ? null : queues.apply(group))
                .registerDefaultDeadLetterPolicy(
                        configuration ->
                                (letter, failure) ->
                                        Decisions.enqueue(
                                                new ThrowableCause(
                                                        failure.getClass().getName(),
                                                        Fault.words(failure))))
                .registerDefaultHandlerInterceptor(
                        (configuration, group) ->
                                forgetful.contains(group)
                                        ? (unit, chain) -> chain.proceed()
                                        : savepoints);
    }
}
