/** The databases and MCP servers that people connect, and the tools called on them. */
@NullMarked
package io.daybook.messages.connections;

import org.jspecify.annotations.NullMarked;
