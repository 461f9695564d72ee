/** Projects over HTTP. */
@NullMarked
package io.daybook.api.projects;

import org.jspecify.annotations.NullMarked;
