/** Connecting databases and MCP servers, and looking at what they offer. */
@NullMarked
package io.daybook.api.connections;

import org.jspecify.annotations.NullMarked;
