package io.daybook.platform.proof;

import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

import java.util.stream.StreamSupport;

/** A block of the chain as a line of an export, and back. */
final class BlockJson {

    static final String NAME = "block";

    private BlockJson() {}

    static void write(Block block, JsonGenerator to) {
        to.writeStartObject();
        to.writeNumberProperty(NAME, block.size());
        to.writeNumberProperty("first", block.first());
        to.writeNumberProperty("last", block.last());
        to.writeName("gaps");
        to.writeArray(block.gaps(), 0, block.gaps().length);
        to.writeName("leaves");
        to.writeBinary(block.leaves());
        to.writeName("root");
        to.writeBinary(block.root());
        to.writeEndObject();
    }

    static Block read(JsonNode from) {
        return new Block(
                from.required(NAME).asLong(),
                from.required("first").asLong(),
                from.required("last").asLong(),
                StreamSupport.stream(from.required("gaps").spliterator(), false)
                        .mapToLong(JsonNode::asLong)
                        .toArray(),
                from.required("leaves").binaryValue(),
                from.required("root").binaryValue());
    }
}
