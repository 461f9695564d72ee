package io.daybook.platform.bus;

import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.correlation.CorrelationDataProvider;

import java.util.HashMap;
import java.util.Map;

/**
 * Hands the origin of a message on to those that are made while it is handled: they belong to the
 * same request; the events of a command name the command and what brought it about, the commands
 * that an automation sends for an event name that event.
 */
public final class Origins implements CorrelationDataProvider {

    @Override
    public Map<String, ?> correlationDataFor(Message<?> message) {
        MetaData known = message.getMetaData();
        Map<String, Object> handed = HashMap.newHashMap(3);
        handed.put(
                Origin.CORRELATION,
                known.getOrDefault(Origin.CORRELATION, message.getIdentifier()));
        if (message instanceof EventMessage<?>) {
            handed.put(Origin.CAUSATION, message.getIdentifier());
        } else if (known.containsKey(Origin.CAUSATION)) {
            handed.put(Origin.CAUSATION, known.get(Origin.CAUSATION));
        }
        if (message instanceof CommandMessage<?>) {
            handed.put(Origin.COMMAND, name(message.getPayloadType()));
        }
        return handed;
    }

    /** Context and simple name, as events are named: packages can move. */
    public static String name(Class<?> type) {
        String context = type.getPackageName();
        return context.substring(context.lastIndexOf('.') + 1) + "." + type.getSimpleName();
    }
}
