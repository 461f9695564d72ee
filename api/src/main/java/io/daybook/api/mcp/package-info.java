/**
 * The MCP proxy: one gateway through which every connection is reached as tools, and Daybook's own
 * MCP endpoint.
 */
@NullMarked
package io.daybook.api.mcp;

import org.jspecify.annotations.NullMarked;
