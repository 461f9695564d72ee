/**
 * How read models are built: batches, generations, the processors that feed them, and how readers
 * wait for them.
 */
@NullMarked
package io.daybook.query.platform;

import org.jspecify.annotations.NullMarked;
