/**
 * Measures what the house costs: every figure stands beside the floor, the same work without it.
 */
@NullMarked
package io.daybook.benchmarks;

import org.jspecify.annotations.NullMarked;
