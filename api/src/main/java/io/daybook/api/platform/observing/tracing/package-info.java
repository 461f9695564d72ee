/** Traces for OpenTelemetry: switched on by an endpoint, and discreet. */
@NullMarked
package io.daybook.api.platform.observing.tracing;

import org.jspecify.annotations.NullMarked;
