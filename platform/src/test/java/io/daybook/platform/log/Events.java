package io.daybook.platform.log;

import io.daybook.messages.identity.Role;
import io.daybook.messages.identity.UserRegistered;
import io.daybook.platform.Identifiers;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;

import java.util.Map;
import java.util.UUID;

/** Events as a command would leave them. */
public final class Events {

    private Events() {}

    public static UserRegistered registered(UUID user) {
        return new UserRegistered(
                user, "ada@example.org", "Ada Lovelace", "ada", "$argon2id$verifier", Role.USER);
    }

    public static DomainEventMessage<?> message(UUID aggregate, long sequence, Object payload) {
        return message(aggregate, sequence, payload, Map.of());
    }

    public static DomainEventMessage<?> message(
            UUID aggregate, long sequence, Object payload, Map<String, ?> metaData) {
        GenericDomainEventMessage<Object> message =
                new GenericDomainEventMessage<>(
                        "User", aggregate.toString(), sequence, payload, metaData);
        return new GenericDomainEventMessage<>(
                "User",
                aggregate.toString(),
                sequence,
                payload,
                message.getMetaData(),
                Identifiers.next().toString(),
                message.getTimestamp());
    }
}
