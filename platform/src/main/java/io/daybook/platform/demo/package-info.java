/** A demonstration database of a retailer that people can connect to like their own. */
@NullMarked
package io.daybook.platform.demo;

import org.jspecify.annotations.NullMarked;
