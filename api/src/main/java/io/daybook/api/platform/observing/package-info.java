/** What operators see of a running Daybook: figures, health, and traces. */
@NullMarked
package io.daybook.api.platform.observing;

import org.jspecify.annotations.NullMarked;
