/** What needs Docker; where there is none it is skipped with a line that says so. */
@NullMarked
package io.daybook.api.containers;

import org.jspecify.annotations.NullMarked;
