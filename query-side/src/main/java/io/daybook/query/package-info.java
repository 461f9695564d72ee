/** Remembers: projections, rows and query handlers. */
@NullMarked
package io.daybook.query;

import org.jspecify.annotations.NullMarked;
