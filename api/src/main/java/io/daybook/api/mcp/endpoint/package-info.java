/** Daybook's own MCP endpoint: the tools of a person's connections for editors and agents. */
@NullMarked
package io.daybook.api.mcp.endpoint;

import org.jspecify.annotations.NullMarked;
