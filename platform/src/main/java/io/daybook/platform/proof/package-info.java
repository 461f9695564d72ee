/**
 * Proves that nobody touched the log: a Merkle tree over its stored bytes, signed checkpoints of
 * it, and what checks both.
 */
@NullMarked
package io.daybook.platform.proof;

import org.jspecify.annotations.NullMarked;
