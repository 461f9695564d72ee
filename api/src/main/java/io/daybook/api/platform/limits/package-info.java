/** What one client may take: body size, time, concurrency, rate. */
@NullMarked
package io.daybook.api.platform.limits;

import org.jspecify.annotations.NullMarked;
