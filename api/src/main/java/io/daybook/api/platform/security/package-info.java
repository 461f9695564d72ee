/** Who calls, and what callers may do: tokens, cookies, permissions, headers for browsers. */
@NullMarked
package io.daybook.api.platform.security;

import org.jspecify.annotations.NullMarked;
