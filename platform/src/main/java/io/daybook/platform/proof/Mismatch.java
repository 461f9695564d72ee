package io.daybook.platform.proof;

import org.jspecify.annotations.Nullable;

/**
 * The first row of a stretch that is not the one that its block speaks of, and what is there
 * instead.
 */
record Mismatch(int block, long position, LogFinding.Kind kind, @Nullable LogRow row) {}
