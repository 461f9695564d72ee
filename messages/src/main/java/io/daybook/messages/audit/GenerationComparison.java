package io.daybook.messages.audit;

import java.time.Instant;
import java.util.List;

/** What a comparison of a rebuilt generation with the live one found, both at one position. */
public record GenerationComparison(
        long position, Instant at, long millis, boolean same, List<TableComparison> tables) {}
