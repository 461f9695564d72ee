package io.daybook.platform.log;

import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Revision 1 knew PostgreSQL only; since revision 2 a connection says of which kind it is. */
final class ConnectionEstablishedV1ToV2 extends SingleEventUpcaster {

    private static final String NAME = "connections.ConnectionEstablished";

    @Override
    protected boolean canUpcast(IntermediateEventRepresentation event) {
        return event.getType().getName().equals(NAME) && "1".equals(event.getType().getRevision());
    }

    @Override
    protected IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation event) {
        return event.upcastPayload(
                new SimpleSerializedType(NAME, "2"),
                JsonNode.class,
                payload -> ((ObjectNode) payload).put("kind", "POSTGRES"));
    }
}
