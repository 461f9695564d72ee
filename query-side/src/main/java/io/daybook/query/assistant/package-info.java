/** What the query side remembers of questions. */
@NullMarked
package io.daybook.query.assistant;

import org.jspecify.annotations.NullMarked;
