/**
 * How commands and queries travel: the metadata that goes with them and the positions that come
 * back.
 */
@NullMarked
package io.daybook.platform.bus;

import org.jspecify.annotations.NullMarked;
