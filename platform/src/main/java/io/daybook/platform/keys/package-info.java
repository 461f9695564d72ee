/** Keys: the master key of the installation, keys derived from it, and the key of each person. */
@NullMarked
package io.daybook.platform.keys;

import org.jspecify.annotations.NullMarked;
