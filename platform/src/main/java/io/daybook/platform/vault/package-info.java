/** Secrets that are never in an event: they lie encrypted in a table, events carry a reference. */
@NullMarked
package io.daybook.platform.vault;

import org.jspecify.annotations.NullMarked;
