package io.daybook.platform.log;

import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.function.UnaryOperator;

/** Every step that an old event takes on its way to the current revision, in order. */
public final class Upcasters {

    private Upcasters() {}

    /** The chain through which each stored event is read. */
    public static EventUpcaster chain() {
        return new EventUpcasterChain(
                // knew PostgreSQL only; since then a connection says of which kind it is
                new Step(
                        "connections.ConnectionEstablished",
                        1,
                        payload -> payload.put("kind", "POSTGRES")),
                // nobody signed for it; since then what retires details is signed
                new Step("audit.DetailsRetired", 1, payload -> payload.put("signature", "")));
    }

    /** Makes the next revision of one. */
    private static final class Step extends SingleEventUpcaster {

        private final SimpleSerializedType from;
        private final SimpleSerializedType to;
        private final UnaryOperator<ObjectNode> change;

        private Step(String name, int revision, UnaryOperator<ObjectNode> change) {
            this.from = new SimpleSerializedType(name, String.valueOf(revision));
            this.to = new SimpleSerializedType(name, String.valueOf(revision + 1));
            this.change = change;
        }

        @Override
        protected boolean canUpcast(IntermediateEventRepresentation event) {
            return event.getType().equals(from);
        }

        @Override
        protected IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation event) {
            return event.upcastPayload(
                    to, JsonNode.class, payload -> change.apply((ObjectNode) payload));
        }
    }
}
