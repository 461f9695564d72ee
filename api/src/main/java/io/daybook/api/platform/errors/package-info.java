/** How failures are told to clients: problem details (RFC 9457), never a stack trace. */
@NullMarked
package io.daybook.api.platform.errors;

import org.jspecify.annotations.NullMarked;
