/** Calls the tools of MCP servers that are not ours, so that they can harm nobody. */
@NullMarked
package io.daybook.api.mcp.foreign;

import org.jspecify.annotations.NullMarked;
