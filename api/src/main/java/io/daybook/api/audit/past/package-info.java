/** Things as they were, over HTTP. */
@NullMarked
package io.daybook.api.audit.past;

import org.jspecify.annotations.NullMarked;
