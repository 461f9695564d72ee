package io.daybook.platform.log;

import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Nobody signed for revision 1; since revision 2 what retires details is signed. */
final class DetailsRetiredV1ToV2 extends SingleEventUpcaster {

    private static final String NAME = "audit.DetailsRetired";

    @Override
    protected boolean canUpcast(IntermediateEventRepresentation event) {
        return event.getType().getName().equals(NAME) && "1".equals(event.getType().getRevision());
    }

    @Override
    protected IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation event) {
        return event.upcastPayload(
                new SimpleSerializedType(NAME, "2"),
                JsonNode.class,
                payload -> ((ObjectNode) payload).put("signature", ""));
    }
}
