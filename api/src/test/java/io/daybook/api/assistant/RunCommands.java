package io.daybook.api.assistant;

import io.daybook.messages.assistant.AnswerQuestion;
import io.daybook.messages.assistant.AskQuestion;
import io.daybook.messages.assistant.CancelQuestion;
import io.daybook.messages.assistant.FailQuestion;

import org.axonframework.commandhandling.SimpleCommandBus;

import java.util.List;

/** Takes the commands of a run in place of the command side, and keeps them in their order. */
public final class RunCommands {

    private RunCommands() {}

    public static SimpleCommandBus into(List<Object> log) {
        SimpleCommandBus bus = SimpleCommandBus.builder().build();
        for (Class<?> command :
                List.of(
                        AskQuestion.class,
                        AnswerQuestion.class,
                        FailQuestion.class,
                        CancelQuestion.class)) {
            bus.subscribe(
                    command.getName(),
                    message -> {
                        log.add(message.getPayload());
                        return null;
                    });
        }
        return bus;
    }
}
