package io.daybook.command.assistant;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.daybook.messages.Actor;
import io.daybook.messages.assistant.AnswerQuestion;
import io.daybook.messages.assistant.AskQuestion;
import io.daybook.messages.assistant.CancelQuestion;
import io.daybook.messages.assistant.FailQuestion;
import io.daybook.messages.assistant.RunEvent;
import io.daybook.platform.bus.Metadata;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.UUID;

/**
 * One question: opened by its asker, closed once. Asking or closing twice alike changes nothing.
 */
@Aggregate(cache = "aggregateCache")
final class Run {

    private RunState state = RunState.NONE;

    Run() {}

    @AggregateIdentifier
    @Nullable UUID runId() {
        return state.runId();
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(AskQuestion command, MetaData metadata) {
        publish(RunDecisions.decide(command, state, actor(metadata)));
    }

    @CommandHandler
    void handle(AnswerQuestion command, MetaData metadata) {
        publish(RunDecisions.decide(command, state, actor(metadata)));
    }

    @CommandHandler
    void handle(FailQuestion command, MetaData metadata) {
        publish(RunDecisions.decide(command, state, actor(metadata)));
    }

    @CommandHandler
    void handle(CancelQuestion command, MetaData metadata) {
        publish(RunDecisions.decide(command, state, actor(metadata)));
    }

    @EventSourcingHandler
    void evolve(RunEvent event) {
        state = state.evolve(event);
    }

    private static Actor actor(MetaData metadata) {
        return Metadata.actor(metadata);
    }

    private static void publish(List<RunEvent> events) {
        events.forEach(event -> apply(event));
    }
}
