/** The history of everything as people read it, and how the projections stand. */
@NullMarked
package io.daybook.query.audit;

import org.jspecify.annotations.NullMarked;
