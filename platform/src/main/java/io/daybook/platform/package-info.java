/** The ground that every room stands on. */
@NullMarked
package io.daybook.platform;

import org.jspecify.annotations.NullMarked;
