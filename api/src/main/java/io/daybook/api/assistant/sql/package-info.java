/** Statements of PostgreSQL as values, rendered with quoted names and escaped literals. */
@NullMarked
package io.daybook.api.assistant.sql;

import org.jspecify.annotations.NullMarked;
