package io.daybook.messages.audit;

/**
 * The generation that was live before: how far it follows, whether this version of Daybook can
 * return to it, and the space it takes (bytes).
 */
public record OldGeneration(int generation, long position, boolean returnable, long bytes) {}
