/** The endpoint of MCP, tried with clients that are not ours. */
@NullMarked
package io.daybook.api.mcp.endpoint;

import org.jspecify.annotations.NullMarked;
