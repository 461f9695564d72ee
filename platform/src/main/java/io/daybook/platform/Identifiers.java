package io.daybook.platform;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;

import java.util.UUID;

/** Makes identifiers: UUID version 7 (RFC 9562), which sort by the time of their making. */
public final class Identifiers {

    private static final TimeBasedEpochGenerator GENERATOR = Generators.timeBasedEpochGenerator();

    private Identifiers() {}

    /** The next identifier. */
    public static UUID next() {
        return GENERATOR.generate();
    }
}
