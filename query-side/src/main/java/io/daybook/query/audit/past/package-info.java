/**
 * Things as they were: the folds of the read models, over the events of one thing up to a moment.
 */
@NullMarked
package io.daybook.query.audit.past;

import org.jspecify.annotations.NullMarked;
