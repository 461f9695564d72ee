/** Reads from a person's PostgreSQL database, for sure without writing, as tools. */
@NullMarked
package io.daybook.api.mcp.postgres;

import org.jspecify.annotations.NullMarked;
