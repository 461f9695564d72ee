/** Everything that an installation must not lose, in one file, and back. */
@NullMarked
package io.daybook.platform.backup;

import org.jspecify.annotations.NullMarked;
