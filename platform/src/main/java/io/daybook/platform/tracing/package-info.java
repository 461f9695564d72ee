/** Follows a request to its commands, their events and whoever reads those, for OpenTelemetry. */
@NullMarked
package io.daybook.platform.tracing;

import org.jspecify.annotations.NullMarked;
