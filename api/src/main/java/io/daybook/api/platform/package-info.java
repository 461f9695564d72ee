/** What every endpoint stands on: security, errors, limits, configuration, the launcher. */
@NullMarked
package io.daybook.api.platform;

import org.jspecify.annotations.NullMarked;
