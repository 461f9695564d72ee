/** Decides what may happen to a connection and records the calls of tools; cleans up its secret. */
@NullMarked
package io.daybook.command.connections;

import org.jspecify.annotations.NullMarked;
