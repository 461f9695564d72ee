/** What the query side remembers of connections. */
@NullMarked
package io.daybook.query.connections;

import org.jspecify.annotations.NullMarked;
